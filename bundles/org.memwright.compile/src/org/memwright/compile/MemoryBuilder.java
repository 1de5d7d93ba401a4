/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Tier;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.model.Argument;
import org.memwright.model.Column;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.Parameter;
import org.memwright.model.Store;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MemoryPlan.HandlerPlan;
import org.memwright.runtime.plan.MemoryPlan.KeepPlan;
import org.memwright.runtime.plan.MemoryPlan.StorePlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;

/** Makes the plan of a memory with the values of its parameters put in. */
final class MemoryBuilder {
    private static final List<MechanismKind> LAYOUT = List.of(MechanismKind.LAYOUT);
    private static final List<MechanismKind> SELECTOR = List.of(MechanismKind.SELECTOR);
    private static final List<MechanismKind> OVERFLOW = List.of(MechanismKind.OVERFLOW);
    private static final List<MechanismKind> ACTION = List.of(MechanismKind.ACTION);

    private final CallBinder binder;
    private final FreeValues values;
    private final Problems problems;

    MemoryBuilder(CallBinder binder, Problems problems) {
        this.binder = binder;
        this.values = new FreeValues(binder, problems);
        this.problems = problems;
    }

    /**
     * @param column gives the arguments that override parameters
     * @param overlay values by parameter that override those too
     * @param machine has the tiers that stores are placed in
     */
    MemoryPlan build(Column column, Map<String, Expression> overlay, Machine machine) {
        Memory memory = column.getMemory();
        WholeMemory whole = WholeMemory.of(memory);
        requireParameters(column, whole);
        Map<String, Expression> expressions = new LinkedHashMap<>();
        whole.parameters().forEach((name, parameter) -> expressions.put(name, parameter.getValue()));
        expressions.putAll(arguments(column, whole));
        expressions.putAll(overlay);
        Evaluator names = Evaluator.of(expressions);
        Map<String, Value> parameterValues = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> {
            Value value = values.value(expression, names, FreeValues.ANY);
            if (value != null) {
                parameterValues.put(name, value);
            }
        });
        return new MemoryPlan(
                Names.qualified(memory),
                whole.engine(),
                parameterValues,
                stores(whole, names, parameterValues, machine),
                keeps(whole, names),
                handlers(whole, names),
                Positions.of(memory));
    }

    private void requireParameters(Column column, WholeMemory whole) {
        int positional = 0;
        for (Argument argument : column.getArguments()) {
            String name = argument.getName();
            positional += name == null ? 1 : 0;
            boolean known = name == null
                    ? positional <= whole.parameters().size()
                    : whole.parameters().containsKey(name);
            if (!known) {
                problems.add(
                        CompileIssue.UNKNOWN_PARAMETER,
                        argument,
                        "memory '" + column.getMemory().getName() + "'",
                        name == null ? Positions.text(argument) : name,
                        signature(column.getMemory(), whole.parameters()));
            }
        }
    }

    /** The arguments of a column by parameter; those without a name by their place. */
    private static Map<String, Expression> arguments(Column column, WholeMemory whole) {
        List<String> names = List.copyOf(whole.parameters().keySet());
        Map<String, Expression> arguments = new LinkedHashMap<>();
        for (int i = 0; i < column.getArguments().size(); i++) {
            Argument argument = column.getArguments().get(i);
            String name = argument.getName();
            if (name == null && i < names.size()) {
                name = names.get(i);
            }
            if (name != null && whole.parameters().containsKey(name)) {
                arguments.put(name, argument.getValue());
            }
        }
        return arguments;
    }

    private static String signature(Memory memory, Map<String, Parameter> parameters) {
        return parameters.values().stream()
                .map(p -> p.getName() + ": " + Positions.text(p.getValue()))
                .collect(Collectors.joining(", ", memory.getName() + "(", ")"));
    }

    private List<StorePlan> stores(
            WholeMemory memory, Evaluator names, Map<String, Value> parameters, Machine machine) {
        List<StorePlan> plans = new ArrayList<>();
        for (Store store : memory.stores().values()) {
            MechanismCall layout = binder.call(store.getLayout(), names, LAYOUT);
            String tier = store.getTier() == null ? "" : place(store.getTier(), parameters);
            boolean known = tier.isEmpty()
                    || machine.tiers().stream().anyMatch(t -> t.name().equals(tier));
            if (!known) {
                String tiers =
                        machine.tiers().stream().map(Tier::name).distinct().collect(Collectors.joining(", "));
                problems.add(CompileIssue.UNKNOWN_TIER, store, machine.name(), tier, tiers);
            }
            if (layout != null) {
                plans.add(new StorePlan(store.getName(), layout, tier, Positions.of(store)));
            }
        }
        return plans;
    }

    /** A tier may be named by a parameter. */
    private static String place(String name, Map<String, Value> parameters) {
        return parameters.get(name) instanceof Value.Word word ? word.word() : name;
    }

    private List<KeepPlan> keeps(WholeMemory memory, Evaluator names) {
        List<KeepPlan> plans = new ArrayList<>();
        for (Keep keep : memory.keeps()) {
            plans.add(new KeepPlan(
                    keep.getStore().getName(),
                    keep.getEvent() == null ? "" : keep.getEvent(),
                    bound(keep.getSelectors(), names, SELECTOR),
                    keep.getOverflow() == null ? null : binder.bind(keep.getOverflow(), names, OVERFLOW),
                    Positions.of(keep)));
        }
        return plans;
    }

    private List<HandlerPlan> handlers(WholeMemory memory, Evaluator names) {
        List<HandlerPlan> plans = new ArrayList<>();
        for (Handler handler : memory.handlers()) {
            plans.add(new HandlerPlan(
                    handler.getEvent(),
                    handler.getVariables().stream().map(v -> v.getName()).toList(),
                    bound(handler.getActions(), names, ACTION),
                    Positions.of(handler)));
        }
        return plans;
    }

    private List<Value> bound(List<Expression> expressions, Evaluator names, List<MechanismKind> kinds) {
        List<Value> values = new ArrayList<>();
        for (Expression expression : expressions) {
            Value value = binder.bind(expression, names, kinds);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
