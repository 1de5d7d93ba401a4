/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ModelPackage;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;

/** Says in words what a step is about, or what the goal of a task is. */
public final class SetTitle extends Edit {
    private final TaskNode node;
    private final EAttribute feature;
    private final @Nullable String words;

    /** @param title null where the name says enough */
    public SetTitle(Step step, @Nullable String title) {
        this(step, ModelPackage.Literals.STEP__TITLE, title);
    }

    /** @param goal null where the task has none */
    public SetTitle(Task task, @Nullable String goal) {
        this(task, ModelPackage.Literals.TASK__GOAL, goal);
    }

    private SetTitle(TaskNode node, EAttribute feature, @Nullable String words) {
        this.node = node;
        this.feature = feature;
        this.words = words == null || words.isBlank() ? null : words;
    }

    @Override
    public String label() {
        return node instanceof Task ? "Set Goal" : "Set Title";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        return List.of(new SetValue(node, feature, words));
    }
}
