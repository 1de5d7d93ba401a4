/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive;

import java.util.List;
import org.memwright.runtime.plan.TaskPlan.StepPlan;

/**
 * What whoever does a step is told.
 *
 * @param attempt 1 for the first
 * @param prompt with the instruction at its end
 * @param unknown names of the facts that the step needs and the prompt does not tell
 */
public record Request(StepPlan step, int attempt, String prompt, long promptTokens, List<String> unknown) {
    public Request {
        unknown = List.copyOf(unknown);
    }
}
