/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.List;
import org.memwright.model.Datum;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;

/** Draws a task as the tree of its steps, with what waits for what over it. */
public final class TaskTrees {
    private final Module file;
    private final List<Drawing.Line> edges = new ArrayList<>();

    private TaskTrees(Module file) {
        this.file = file;
    }

    /** The tasks that a file declares. */
    public static List<Task> tasks(Module file) {
        return file.getDeclarations().stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .toList();
    }

    /** Draws a task. */
    public static Drawing draw(Module file, Task task) {
        return new TaskTrees(file).task(task);
    }

    /** The key of a step's item, such as {@code step flight/search}. */
    public static String key(Step step) {
        StringBuilder path = new StringBuilder(String.valueOf(step.getName()));
        for (Object at = step.eContainer(); at instanceof Step outer; at = outer.eContainer()) {
            path.insert(0, outer.getName() + "/");
        }
        return "step " + path;
    }

    private Drawing task(Task task) {
        String goal = task.getGoal() == null ? "" : task.getGoal();
        var root = new Drawing.Part(
                Kind.TASK,
                "task " + task.getName(),
                new Facts.Task(String.valueOf(task.getName()), goal),
                task,
                isOwn(task),
                steps(task, "task " + task.getName()));
        return new Drawing(root, edges);
    }

    private boolean isOwn(TaskNode node) {
        return node.eResource() == file.eResource();
    }

    private List<Drawing.Part> steps(TaskNode node, String nodeKey) {
        List<Drawing.Part> parts = new ArrayList<>();
        for (Step step : node.getSteps()) {
            String key = key(step);
            parts.add(new Drawing.Part(
                    Kind.STEP,
                    key,
                    new Facts.Step(
                            String.valueOf(step.getName()),
                            step.getTitle() == null ? "" : step.getTitle(),
                            names(step.getInputs()),
                            names(step.getOutputs())),
                    step,
                    isOwn(step),
                    steps(step, key)));
            edges.add(new Drawing.Line(
                    Kind.BRANCH, "branch " + key, new Facts.Dependency(""), step, false, nodeKey, key));
            for (Step before : step.getAfter()) {
                if (!before.eIsProxy()) {
                    edges.add(new Drawing.Line(
                            Kind.AFTER,
                            "after " + key + " " + key(before),
                            new Facts.Dependency(""),
                            step,
                            isOwn(step),
                            key(before),
                            key));
                }
            }
            for (TaskElement used : step.getUses()) {
                if (used.eIsProxy()) {
                    continue;
                }
                Object owner = used instanceof Step ? used : used.eContainer();
                String source = owner instanceof Step other ? key(other) : "task " + ((Named) owner).getName();
                edges.add(new Drawing.Line(
                        Kind.USES,
                        "uses " + key + " " + source + "." + used.getName(),
                        new Facts.Dependency(used instanceof Datum ? used.getName() : ""),
                        step,
                        isOwn(step),
                        source,
                        key));
            }
        }
        return parts;
    }

    private static List<String> names(List<Datum> data) {
        return data.stream().map(datum -> String.valueOf(datum.getName())).toList();
    }
}
