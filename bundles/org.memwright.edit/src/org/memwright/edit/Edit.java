/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person does to a design, such as moving a store to another tier.
 *
 * <p>State: an edit is made for one model as it is at that moment; once the model has changed otherwise, make a new one.
 */
public abstract class Edit {
    private @Nullable List<Change> changes;
    private boolean applied;

    /** What a menu calls it, such as "Move Store". */
    public abstract String label();

    /** Why it cannot be made; empty where it can. */
    public abstract Optional<Refusal> refusal();

    /** The changes, in their order, that the model as it is needs; asked for once. */
    protected abstract List<Change> plan();

    public final boolean isApplicable() {
        return refusal().isEmpty();
    }

    /**
     * The changes, in their order, that {@link #apply} makes.
     *
     * @throws IllegalStateException with the reason, where the edit cannot be made
     */
    public final List<Change> changes() {
        List<Change> planned = changes;
        if (planned == null) {
            refusal().ifPresent(refusal -> {
                throw new IllegalStateException(refusal.message());
            });
            planned = List.copyOf(plan());
            changes = planned;
        }
        return planned;
    }

    /**
     * Makes the changes.
     *
     * @throws IllegalStateException with the reason, where the edit cannot be made or was made already
     */
    public final void apply() {
        if (applied) {
            throw new IllegalStateException(label() + " was applied already; revert it before applying it again");
        }
        changes().forEach(Change::apply);
        applied = true;
    }

    /**
     * Takes the changes back; nothing else may have changed the model since.
     *
     * @throws IllegalStateException where the edit was not made
     */
    public final void revert() {
        if (!applied) {
            throw new IllegalStateException(label() + " was not applied, there is nothing to revert");
        }
        changes().reversed().forEach(Change::revert);
        applied = false;
    }
}
