/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

import java.util.ArrayList;
import java.util.List;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** Makes actions of the calls and pipelines of a plan. */
public final class Program {
    private Program() {}

    /** @throws IllegalArgumentException where a value is no action, or its arguments do not go together */
    public static Action of(Value value) {
        return switch (value) {
            case MechanismCall call -> Mechanisms.create(Action.class, "task", MechanismKind.ACTION, call);
            case Value.Pipeline pipeline -> {
                List<Action> actions = new ArrayList<>();
                for (MechanismCall call : pipeline.calls()) {
                    actions.add(of(call));
                }
                yield (piped, moment) -> {
                    Prompt prompt = piped;
                    for (Action action : actions) {
                        prompt = action.perform(prompt, moment);
                    }
                    return prompt;
                };
            }
            default ->
                throw new IllegalArgumentException("'" + value + "' is no action; write a call such as path(active)");
        };
    }
}
