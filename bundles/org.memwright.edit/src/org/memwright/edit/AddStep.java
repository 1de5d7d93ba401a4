/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Step;
import org.memwright.model.TaskNode;

/** Adds a step to a task or to another step. */
public final class AddStep extends Edit {
    private final TaskNode parent;
    private final int index;
    private final Step step;

    /**
     * @param index its place among the parent's steps, 0 for the first
     * @param title what it is about, in words; null where the name says enough
     */
    public AddStep(TaskNode parent, int index, String name, @Nullable String title) {
        this.parent = parent;
        this.index = index;
        step = ModelFactory.eINSTANCE.createStep();
        step.setName(name);
        step.setTitle(title);
    }

    @Override
    public String label() {
        return "Add Step";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(parent, null, step.getName());
    }

    @Override
    protected List<Change> plan() {
        return List.of(new AddElement(parent, ModelPackage.Literals.TASK_NODE__STEPS, index, step));
    }
}
