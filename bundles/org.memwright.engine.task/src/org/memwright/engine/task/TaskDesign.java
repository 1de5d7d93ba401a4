/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Program;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.recover.retry.RetryAction;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** The design of a memory as what runs: its stores, how prompts are composed, what happens when a step is done or fails. */
final class TaskDesign {
    private static final int USUAL_TIMES = 3;

    private final Map<String, Layout> stores = new LinkedHashMap<>();
    private final Map<String, String> tiers = new LinkedHashMap<>();
    private final Map<String, List<Action>> actions = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where mechanisms are missing or arguments do not go together */
    TaskDesign(MemoryPlan plan) {
        for (MemoryPlan.StorePlan store : plan.stores()) {
            stores.put(store.name(), Mechanisms.create(Layout.class, "task", MechanismKind.LAYOUT, store.layout()));
            tiers.put(store.name(), store.tier());
        }
        for (MemoryPlan.HandlerPlan handler : plan.handlers()) {
            for (Value action : handler.actions()) {
                actions.computeIfAbsent(handler.event(), e -> new ArrayList<>()).add(Program.of(action));
            }
        }
        if (!plan.keeps().isEmpty()) {
            throw new IllegalArgumentException(
                    "keep " + plan.keeps().getFirst().store()
                            + ": a memory for task has no keep rules; drop what is not needed with on done : prune(below), or limit prompts with within(2048 tokens)");
        }
        if (!actions.containsKey("prompt")) {
            throw new IllegalArgumentException(
                    "it does not say what a step is told; add a rule such as on prompt : path(active)");
        }
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("it has no store, must have one; add store tree : tree()");
        }
    }

    Map<String, Layout> stores() {
        return stores;
    }

    /** The tier that a store is placed in; empty where the design does not say. */
    String tier(String store) {
        return tiers.getOrDefault(store, "");
    }

    Prompt prompt(Moment moment) {
        return perform("prompt", moment);
    }

    /** @param event {@code prompt}, {@code done} or {@code fail} */
    Prompt perform(String event, Moment moment) {
        var prompt = new Prompt();
        List<Action> rules = actions.getOrDefault(event, event.equals("fail") ? List.of(usual()) : List.of());
        for (Action action : rules) {
            prompt.add(action.perform(new Prompt(), moment));
        }
        return prompt;
    }

    private static Action usual() {
        return new RetryAction(USUAL_TIMES);
    }

    /** What the design leaves out, as the report lists it; empty where it says everything. */
    List<String> defaults() {
        return actions.containsKey("fail") ? List.of() : List.of("on fail = retry(times: " + USUAL_TIMES + ")");
    }
}
