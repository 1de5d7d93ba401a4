/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.program.Selector;
import org.memwright.engine.agent.program.Services;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** The design of a memory as what runs: its stores, what happens at events, what stays. */
final class AgentDesign {
    private static final String ENGINE = "agent";

    /** What happens at an event. */
    record Handler(String event, List<String> variables, List<Action> actions) {}

    /**
     * What stays in a store: what any of the selectors keeps.
     *
     * @param event when it applies; empty for always
     * @param overflow gets the rest; null to drop it
     */
    record Keep(
            String store,
            String event,
            List<Selector> selectors,
            @Nullable Action overflow) {}

    private final Map<String, Layout> layouts = new LinkedHashMap<>();
    private final Map<String, String> tiers = new LinkedHashMap<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final List<Keep> keeps = new ArrayList<>();

    /** @throws IllegalArgumentException where mechanisms are missing or arguments do not go together */
    AgentDesign(MemoryPlan plan) {
        for (MemoryPlan.StorePlan store : plan.stores()) {
            layouts.put(store.name(), Mechanisms.create(Layout.class, ENGINE, MechanismKind.LAYOUT, store.layout()));
            tiers.put(store.name(), store.tier());
        }
        for (MemoryPlan.HandlerPlan handler : plan.handlers()) {
            handlers.add(new Handler(
                    handler.event(),
                    handler.variables(),
                    handler.actions().stream().map(Program::of).toList()));
        }
        for (MemoryPlan.KeepPlan keep : plan.keeps()) {
            List<Selector> selectors = new ArrayList<>();
            for (Value value : keep.selectors()) {
                if (!(value instanceof MechanismCall call)) {
                    throw new IllegalArgumentException("keep " + keep.store() + ": '" + value + "' is no selector");
                }
                selectors.add(Mechanisms.create(Selector.class, ENGINE, MechanismKind.SELECTOR, call));
            }
            Action overflow = keep.overflow() instanceof MechanismCall call
                    ? Mechanisms.create(Action.class, ENGINE, MechanismKind.OVERFLOW, call)
                    : null;
            keeps.add(new Keep(keep.store(), keep.event(), selectors, overflow));
        }
    }

    /** Makes the stores of one dialogue. */
    Map<String, Memory> memories(Services services) {
        Map<String, Memory> memories = new LinkedHashMap<>();
        layouts.forEach(
                (name, layout) -> memories.put(name, layout.create(name, tiers.getOrDefault(name, ""), services)));
        return memories;
    }

    List<Handler> handlers() {
        return handlers;
    }

    List<Keep> keeps() {
        return keeps;
    }

    boolean handles(String event) {
        return handlers.stream().anyMatch(h -> h.event().equals(event));
    }
}
