/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Check;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Argument;
import org.memwright.model.Column;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;
import org.memwright.model.Store;
import org.memwright.model.Workload;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;

/** Every memory is for an engine that there is, and calls what that engine takes. */
public class MechanismChecks extends Checks {
    private static final List<MechanismKind> LAYOUT = List.of(MechanismKind.LAYOUT);
    private static final List<MechanismKind> SELECTOR = List.of(MechanismKind.SELECTOR);
    private static final List<MechanismKind> OVERFLOW = List.of(MechanismKind.OVERFLOW);
    private static final List<MechanismKind> ACTION = List.of(MechanismKind.ACTION);

    @Inject
    private EngineWords engines;

    @Check
    public void memoryIsForAnEngine(Memory memory) {
        String own = memory.getEngine();
        String inherited = memory.getParent() == null || memory.getParent().eIsProxy()
                ? ""
                : whole(memory.getParent()).engine();
        if (own == null) {
            boolean parentUnknown =
                    memory.getParent() != null && memory.getParent().eIsProxy();
            if (inherited.isEmpty() && !parentUnknown) {
                report(
                        memory,
                        ModelPackage.Literals.NAMED__NAME,
                        LangIssue.ENGINE_MISSING,
                        List.of(),
                        memory.getName(),
                        Nearest.list(Vocabulary.ENGINES));
            }
            return;
        }
        List<String> known = engines.names();
        if (!known.contains(own)) {
            String nearest = Nearest.to(own, known);
            report(
                    memory,
                    ModelPackage.Literals.MEMORY__ENGINE,
                    LangIssue.ENGINE_UNKNOWN,
                    data(nearest),
                    own,
                    Nearest.question(nearest),
                    Nearest.list(known));
        } else if (!inherited.isEmpty() && !inherited.equals(own)) {
            report(
                    memory,
                    ModelPackage.Literals.MEMORY__ENGINE,
                    LangIssue.ENGINE_DIFFERS,
                    List.of(inherited),
                    memory.getName(),
                    own,
                    memory.getParent().getName(),
                    inherited);
        } else if (engines.built(own).isEmpty()) {
            report(
                    memory,
                    ModelPackage.Literals.MEMORY__ENGINE,
                    LangIssue.ENGINE_NOT_BUILT,
                    List.of(),
                    own,
                    Nearest.list(engines.builtNames()));
        }
    }

    @Check
    public void callsAreOfTheEngine(Memory memory) {
        WholeMemory whole = whole(memory);
        EngineWord engine = engines.built(whole.engine()).orElse(null);
        if (engine == null) {
            return;
        }
        Set<EObject> reported = new HashSet<>();
        Map<Memory, Set<String>> inheritedProblems = new HashMap<>();
        check(whole, engine, whole.evaluator(), (at, issue, data, message) -> {
            if (isHere(at) && isPartOf(at, memory)) {
                if (reported.add(at)) {
                    say(at, null, -1, issue, message, data);
                }
            } else if (issue.severity() == Severity.ERROR
                    && memory.getParent() != null
                    && !inheritedProblems
                            .computeIfAbsent(memory, key -> problemsOf(whole(memory.getParent()), engine))
                            .contains(message)
                    && reported.add(memory)) {
                report(
                        memory,
                        ModelPackage.Literals.NAMED__NAME,
                        LangIssue.OVERRIDE_DOES_NOT_FIT,
                        List.of(),
                        memory.getName(),
                        message);
            }
        });
        for (Handler handler : memory.getHandlers()) {
            event(engine, handler, handler.getEvent(), ModelPackage.Literals.HANDLER__EVENT);
        }
        for (Keep keep : memory.getKeeps()) {
            event(engine, keep, keep.getEvent(), ModelPackage.Literals.KEEP__EVENT);
        }
    }

    private void event(
            EngineWord engine,
            EObject at,
            @org.jspecify.annotations.Nullable String event,
            org.eclipse.emf.ecore.EAttribute feature) {
        if (event != null && !engine.events().containsKey(event)) {
            String nearest = Nearest.to(event, engine.events().keySet());
            report(
                    at,
                    feature,
                    LangIssue.EVENT_UNKNOWN,
                    data(nearest),
                    engine.name(),
                    event,
                    Nearest.question(nearest),
                    Nearest.list(engine.events().keySet()));
        }
    }

    private static boolean isPartOf(EObject part, Memory memory) {
        for (EObject at = part; at != null; at = at.eContainer()) {
            if (at.equals(memory)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> problemsOf(WholeMemory memory, EngineWord engine) {
        Set<String> messages = new HashSet<>();
        check(memory, engine, memory.evaluator(), (at, issue, data, message) -> messages.add(message));
        return messages;
    }

    private void check(WholeMemory memory, EngineWord engine, Evaluator values, MechanismCalls.Problems problems) {
        var calls = engines.calls(engine.name(), values, memory.stores().keySet(), problems);
        for (Store store : memory.stores().values()) {
            calls.check(store.getLayout(), LAYOUT, "");
        }
        for (Keep keep : memory.keeps()) {
            keep.getSelectors().forEach(selector -> calls.check(selector, SELECTOR, ""));
            calls.check(keep.getOverflow(), OVERFLOW, "");
        }
        for (Handler handler : memory.handlers()) {
            String event = engine.events().containsKey(String.valueOf(handler.getEvent())) ? handler.getEvent() : "";
            handler.getActions().forEach(action -> calls.check(action, ACTION, event));
        }
    }

    @Check
    public void overridesFit(Column column) {
        Memory memory = column.getMemory();
        if (memory == null || memory.eIsProxy() || column.getArguments().isEmpty()) {
            return;
        }
        WholeMemory whole = whole(memory);
        if (!overridesAreParameters(column, whole)) {
            return;
        }
        EngineWord engine = engines.built(whole.engine()).orElse(null);
        if (engine == null) {
            return;
        }
        Set<String> before = problemsOf(whole, engine);
        boolean[] reported = {false};
        check(whole, engine, whole.evaluator(column), (at, issue, data, message) -> {
            if (issue.severity() == Severity.ERROR && !before.contains(message) && !reported[0]) {
                reported[0] = true;
                report(
                        column,
                        ModelPackage.Literals.COLUMN__ARGUMENTS,
                        0,
                        LangIssue.OVERRIDE_DOES_NOT_FIT,
                        List.of(),
                        memory.getName(),
                        message);
            }
        });
    }

    private boolean overridesAreParameters(Column column, WholeMemory whole) {
        Set<String> known = whole.parameters().keySet();
        Set<String> given = new HashSet<>();
        boolean sound = true;
        int positional = 0;
        for (Argument argument : column.getArguments()) {
            String name = argument.getName();
            if (name == null) {
                name = positional < known.size() ? List.copyOf(known).get(positional) : Positions.text(argument);
                positional++;
            }
            if (!known.contains(name)) {
                String nearest = Nearest.to(name, known);
                report(
                        argument,
                        null,
                        LangIssue.PARAMETER_UNKNOWN,
                        data(nearest),
                        column.getMemory().getName(),
                        name,
                        Nearest.question(nearest),
                        known.isEmpty() ? "It has none." : "It has " + Nearest.list(known) + ".");
                sound = false;
            } else if (!given.add(name)) {
                report(
                        argument,
                        null,
                        LangIssue.ARGUMENT_TWICE,
                        List.of(),
                        column.getMemory().getName(),
                        name);
                sound = false;
            }
        }
        return sound;
    }

    @Check
    public void workloadSaysWhatToRun(Workload workload) {
        WholeWorkload whole = whole(workload);
        List<String> kinds = engines.workloadKinds();
        boolean said = whole.properties().keySet().stream().anyMatch(kinds::contains);
        boolean parentUnknown =
                workload.getParent() != null && workload.getParent().eIsProxy();
        if (!said && !parentUnknown) {
            report(
                    workload,
                    ModelPackage.Literals.NAMED__NAME,
                    LangIssue.WORKLOAD_EMPTY,
                    kinds,
                    workload.getName(),
                    Nearest.list(kinds));
        }
    }

    @Check
    public void workloadCallsAreOfItsEngine(Workload workload) {
        WholeWorkload whole = whole(workload);
        EngineWord engine = engines.runs(whole).orElse(null);
        if (engine == null) {
            return;
        }
        var calls = engines.calls(
                engine.name(),
                Evaluator.constant(),
                Set.of(),
                (at, issue, data, message) -> say(at, null, -1, issue, message, data));
        for (Property property : workload.getProperties()) {
            PropertyWord word = property.getName() == null
                    ? null
                    : Properties.find(PropertyOwner.WORKLOAD, property.getName())
                            .orElse(null);
            Expression value = property.getValue();
            if (word != null && value != null && !word.kinds().isEmpty() && isCall(value)) {
                calls.check(value, word.kinds(), "");
            }
        }
    }

    private static boolean isCall(Expression value) {
        return value instanceof org.memwright.model.Call
                || value instanceof org.memwright.model.Reference
                || value instanceof org.memwright.model.Pipe;
    }
}
