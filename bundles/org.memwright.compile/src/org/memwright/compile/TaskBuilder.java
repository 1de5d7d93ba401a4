/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Positions;
import org.memwright.model.Datum;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;
import org.memwright.runtime.plan.TaskPlan;

/** Makes the plan of a task-memory tree: steps become numbers, in the order of the text. */
final class TaskBuilder {
    private final Map<Step, Integer> numbers = new LinkedHashMap<>();

    private TaskBuilder() {}

    static TaskPlan build(Task task) {
        var builder = new TaskBuilder();
        builder.number(task);
        return new TaskPlan(
                Names.qualified(task),
                task.getGoal() == null ? "" : task.getGoal(),
                names(task.getInputs()),
                names(task.getOutputs()),
                builder.numbers.keySet().stream().map(builder::step).toList(),
                Positions.of(task));
    }

    /** Each step before those below it; without recursion, for trees may be deep. */
    private void number(Task task) {
        List<Step> open = new ArrayList<>(task.getSteps().reversed());
        while (!open.isEmpty()) {
            Step step = open.removeLast();
            numbers.put(step, numbers.size());
            open.addAll(step.getSteps().reversed());
        }
    }

    private TaskPlan.StepPlan step(Step step) {
        List<Integer> after = new ArrayList<>();
        for (Step before : step.getAfter()) {
            after.add(numberOf(before));
        }
        return new TaskPlan.StepPlan(
                path(step),
                step.getTitle() == null ? "" : step.getTitle(),
                numberOf(step.eContainer() instanceof Step outer ? outer : null),
                names(step.getInputs()),
                names(step.getOutputs()),
                after,
                step.getUses().stream().map(this::use).toList(),
                Positions.of(step));
    }

    private TaskPlan.Use use(TaskElement used) {
        return switch (used) {
            case Datum datum ->
                new TaskPlan.Use(numberOf(datum.eContainer() instanceof Step owner ? owner : null), datum.getName());
            default -> new TaskPlan.Use(numberOf((Step) used), "");
        };
    }

    private int numberOf(@Nullable Step step) {
        return step == null ? TaskPlan.TASK : numbers.getOrDefault(step, TaskPlan.TASK);
    }

    private static String path(Step step) {
        var path = new StringBuilder(step.getName());
        for (TaskNode at = step; at.eContainer() instanceof Step outer; at = outer) {
            path.insert(0, outer.getName() + ".");
        }
        return path.toString();
    }

    private static List<String> names(List<? extends Named> named) {
        return named.stream().map(Named::getName).toList();
    }
}
