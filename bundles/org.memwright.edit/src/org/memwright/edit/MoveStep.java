/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.memwright.model.ModelPackage;
import org.memwright.model.Step;
import org.memwright.model.TaskNode;

/** Moves a step, with all that is in it, to another parent or to another place among its siblings. */
public final class MoveStep extends Edit {
    private final Step step;
    private final TaskNode parent;
    private final int index;

    /** @param index its place among the parent's steps once it is there, 0 for the first */
    public MoveStep(Step step, TaskNode parent, int index) {
        this.step = step;
        this.parent = parent;
        this.index = index;
    }

    @Override
    public String label() {
        return step.eContainer() == parent ? "Reorder Step" : "Move Step";
    }

    @Override
    public Optional<Refusal> refusal() {
        if (parent == step.eContainer()) {
            return Optional.empty();
        }
        if (EcoreUtil.isAncestor(step, parent)) {
            return Optional.of(EditIssue.STEP_INTO_ITSELF.refusal(step.getName(), parent.getName()));
        }
        if (Names.declaration(step) != Names.declaration(parent)) {
            return Optional.of(EditIssue.ANOTHER_TASK.refusal(step.getName(), parent.getName()));
        }
        return Names.refusal(parent, null, step.getName())
                .or(() -> Waiting.after(step)
                        .moving(step, parent)
                        .circle()
                        .map(circle -> EditIssue.MOVE_CYCLE.refusal(step.getName(), parent.getName(), circle)));
    }

    @Override
    protected List<Change> plan() {
        TaskNode from = (TaskNode) step.eContainer();
        if (from == parent && from.getSteps().indexOf(step) == index) {
            return List.of();
        }
        return List.of(
                new RemoveElement(from, ModelPackage.Literals.TASK_NODE__STEPS, step),
                new AddElement(parent, ModelPackage.Literals.TASK_NODE__STEPS, index, step));
    }
}
