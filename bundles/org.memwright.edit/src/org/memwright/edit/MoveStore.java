/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ModelPackage;
import org.memwright.model.Store;

/** Puts a store into another tier. */
public final class MoveStore extends Edit {
    private final Store store;
    private final @Nullable String tier;

    /** @param tier the name of the tier; null leaves the place open */
    public MoveStore(Store store, @Nullable String tier) {
        this.store = store;
        this.tier = tier;
    }

    @Override
    public String label() {
        return "Move Store";
    }

    @Override
    public Optional<Refusal> refusal() {
        return tier != null && tier.equals(store.getTier())
                ? Optional.of(EditIssue.SAME_TIER.refusal(store.getName(), tier))
                : Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        return List.of(new SetValue(store, ModelPackage.Literals.STORE__TIER, tier));
    }
}
