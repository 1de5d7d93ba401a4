/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import java.util.List;

/**
 * A task-memory tree as it is declared. Stands under {@code task} in a workload.
 *
 * @param name qualified name of the declaration
 * @param goal empty where none is given
 * @param inputs what is given to the task
 * @param outputs what the task is to give
 * @param steps in the order of the text, each before those below it
 */
public record TaskPlan(
        String name,
        String goal,
        List<String> inputs,
        List<String> outputs,
        List<StepPlan> steps,
        SourcePosition position)
        implements Value {
    /** In place of the number of a step: the task itself. */
    public static final int TASK = -1;

    public TaskPlan {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A step.
     *
     * @param path its name behind those of the steps around it: {@code flight.search}
     * @param title empty where none is given
     * @param parent number of the step around it, or {@link #TASK}
     * @param after numbers of the steps that are done before it
     * @param uses what it reads
     */
    public record StepPlan(
            String path,
            String title,
            int parent,
            List<String> inputs,
            List<String> outputs,
            List<Integer> after,
            List<Use> uses,
            SourcePosition position) {
        public StepPlan {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            after = List.copyOf(after);
            uses = List.copyOf(uses);
        }
    }

    /**
     * What a step reads.
     *
     * @param step number of the step that gives it, or {@link #TASK}
     * @param datum name of an output, or of an input that was given to it; empty for all outputs
     */
    public record Use(int step, String datum) {}
}
