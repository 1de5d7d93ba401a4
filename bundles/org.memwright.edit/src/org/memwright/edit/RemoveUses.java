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

/** Lets a step do without the output of another. */
public final class RemoveUses extends Edit {
    private final Step step;
    private final TaskElement other;

    public RemoveUses(Step step, TaskElement other) {
        this.step = step;
        this.other = other;
    }

    @Override
    public String label() {
        return "Remove 'uses'";
    }

    @Override
    public Optional<Refusal> refusal() {
        return step.getUses().contains(other)
                ? Optional.empty()
                : Optional.of(EditIssue.EDGE_ABSENT.refusal(step.getName(), other.getName()));
    }

    @Override
    protected List<Change> plan() {
        return List.of(new RemoveElement(step, ModelPackage.Literals.STEP__USES, other));
    }
}
