/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A memory architecture with its overrides, flattened over {@code extends}.
 *
 * @param name qualified name of the declaration
 * @param engine the engine that runs it
 * @param parameters values of its {@code param}s
 */
public record MemoryPlan(
        String name,
        String engine,
        Map<String, Value> parameters,
        List<StorePlan> stores,
        List<KeepPlan> keeps,
        List<HandlerPlan> handlers,
        SourcePosition position) {

    public MemoryPlan {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        stores = List.copyOf(stores);
        keeps = List.copyOf(keeps);
        handlers = List.copyOf(handlers);
    }

    public Optional<StorePlan> store(String name) {
        return stores.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    public Optional<HandlerPlan> handler(String event) {
        return handlers.stream().filter(h -> h.event().equals(event)).findFirst();
    }

    /**
     * A store.
     *
     * @param tier name of the tier that it is placed in; empty where the engine places it
     */
    public record StorePlan(String name, MechanismCall layout, String tier, SourcePosition position) {}

    /**
     * A keep rule.
     *
     * @param event when it applies; empty for always
     * @param selectors calls or pipelines
     * @param overflow what happens to the rest; null to drop it
     */
    public record KeepPlan(
            String store,
            String event,
            List<Value> selectors,
            @Nullable Value overflow,
            SourcePosition position) {
        public KeepPlan {
            selectors = List.copyOf(selectors);
        }
    }

    /** What happens at an event. */
    public record HandlerPlan(String event, List<String> variables, List<Value> actions, SourcePosition position) {
        public HandlerPlan {
            variables = List.copyOf(variables);
            actions = List.copyOf(actions);
        }
    }
}
