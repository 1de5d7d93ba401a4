/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive;

import java.util.Optional;
import org.memwright.chat.ChatModel;
import org.memwright.engine.task.text.Tokens;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TaskPlan;

/** Says in a workload who does the steps: {@code steps from scripted(failures: 20%)}. */
public interface DriverSource {
    /** How fast prompts are read and answers written where nothing else says so, in tokens per second. */
    double READ_PER_SECOND = 2000;

    /** See {@link #READ_PER_SECOND}. */
    double WRITE_PER_SECOND = 50;

    /** @throws RunFailure where a file is missing or broken, or the task is */
    Driver open(Setting setting) throws RunFailure;

    /** How long a turn takes. */
    static double seconds(double readPerSecond, double writePerSecond, long read, long written) {
        return read / readPerSecond + written / writePerSecond;
    }

    /**
     * What the workload says beside the source.
     *
     * @param workload its name, for messages
     * @param task empty where it names none
     */
    record Setting(String workload, Optional<TaskPlan> task, long seed, Optional<ChatModel> chat, Tokens tokens) {
        /** @throws RunFailure where the workload names no task */
        public TaskPlan requireTask(String source) throws RunFailure {
            TaskPlan named = task.orElseThrow(() -> new RunFailure("workload " + workload + " names no task, and "
                    + source + " has none of its own; add a line with the name of a task, such as task PlanTrip"));
            if (named.steps().isEmpty()) {
                throw new RunFailure(
                        "task " + named.name() + " has no steps, must have at least one; add step NAME \"TITLE\"");
            }
            return named;
        }
    }
}
