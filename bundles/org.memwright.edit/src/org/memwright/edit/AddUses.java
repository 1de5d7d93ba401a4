/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.ModelPackage;
import org.memwright.model.Step;
import org.memwright.model.TaskElement;

/** Makes a step use the output of another, for which it then waits. */
public final class AddUses extends Edit {
    private final Step step;
    private final TaskElement other;

    public AddUses(Step step, TaskElement other) {
        this.step = step;
        this.other = other;
    }

    @Override
    public String label() {
        return "Add 'uses'";
    }

    @Override
    public Optional<Refusal> refusal() {
        if (step.getUses().contains(other)) {
            return Optional.of(EditIssue.EDGE_PRESENT.refusal(step.getName(), other.getName()));
        }
        if (Names.declaration(step) != Names.declaration(other)) {
            return Optional.of(EditIssue.ANOTHER_TASK.refusal(step.getName(), other.getName()));
        }
        return Waiting.after(step)
                .adding(step, other)
                .circle()
                .map(circle -> EditIssue.STEP_CYCLE.refusal(step.getName(), other.getName(), circle));
    }

    @Override
    protected List<Change> plan() {
        return List.of(new AddElement(step, ModelPackage.Literals.STEP__USES, other));
    }
}
