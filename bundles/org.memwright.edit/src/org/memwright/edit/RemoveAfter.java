/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.ModelPackage;
import org.memwright.model.Step;

/** Lets a step start without waiting for another. */
public final class RemoveAfter extends Edit {
    private final Step step;
    private final Step other;

    public RemoveAfter(Step step, Step other) {
        this.step = step;
        this.other = other;
    }

    @Override
    public String label() {
        return "Remove 'after'";
    }

    @Override
    public Optional<Refusal> refusal() {
        return step.getAfter().contains(other)
                ? Optional.empty()
                : Optional.of(EditIssue.EDGE_ABSENT.refusal(step.getName(), other.getName()));
    }

    @Override
    protected List<Change> plan() {
        return List.of(new RemoveElement(step, ModelPackage.Literals.STEP__AFTER, other));
    }
}
