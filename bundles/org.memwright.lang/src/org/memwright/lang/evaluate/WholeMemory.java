/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memwright.model.Argument;
import org.memwright.model.Column;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Store;

/**
 * A memory with all that it inherits. A parameter or store replaces the inherited one of its name; a rule for what stays the one for the
 * same store and event; an {@code on} the one for the same event.
 *
 * @param declaration the memory itself
 * @param engine the word after {@code for}, its own or inherited; empty where there is none
 * @param parameters by name
 * @param stores by name
 */
public record WholeMemory(
        Memory declaration,
        String engine,
        Map<String, Parameter> parameters,
        Map<String, Store> stores,
        List<Keep> keeps,
        List<Handler> handlers) {

    public static WholeMemory of(Memory memory) {
        List<Memory> line = Lineage.of(memory, Memory::getParent);
        String engine = line.reversed().stream()
                .map(Memory::getEngine)
                .filter(word -> word != null)
                .findFirst()
                .orElse("");
        return new WholeMemory(
                memory,
                engine,
                Lineage.merge(line, Memory::getParameters, Named::getName),
                Lineage.merge(line, Memory::getStores, Named::getName),
                Lineage.mergedList(line, Memory::getKeeps, WholeMemory::key),
                Lineage.mergedList(line, Memory::getHandlers, Handler::getEvent));
    }

    private static String key(Keep keep) {
        String store =
                keep.getStore() == null ? "?" : String.valueOf(keep.getStore().getName());
        return keep.getEvent() == null ? store : store + " at " + keep.getEvent();
    }

    public Optional<Handler> handler(String event) {
        return handlers.stream().filter(h -> event.equals(h.getEvent())).findFirst();
    }

    /** Evaluates expressions of this memory with its own parameters. */
    public Evaluator evaluator() {
        Map<String, Expression> values = new HashMap<>();
        parameters.forEach((name, parameter) -> {
            if (parameter.getValue() != null) {
                values.put(name, parameter.getValue());
            }
        });
        return Evaluator.of(values);
    }

    /** Evaluates expressions of this memory with what a column of a comparison overrides: {@code H2O(budget: 5%)}. */
    public Evaluator evaluator(Column column) {
        Evaluator evaluator = evaluator();
        int position = 0;
        List<String> names = List.copyOf(parameters.keySet());
        for (Argument argument : column.getArguments()) {
            String name = argument.getName();
            if (name == null && position < names.size()) {
                name = names.get(position);
            }
            position++;
            if (name != null && argument.getValue() != null) {
                evaluator = evaluator.with(name, argument.getValue());
            }
        }
        return evaluator;
    }
}
