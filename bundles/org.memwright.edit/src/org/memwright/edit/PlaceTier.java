/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Hardware;
import org.memwright.model.ModelPackage;
import org.memwright.model.Tier;

/** Puts a tier on a compute unit, or takes it off. */
public final class PlaceTier extends Edit {
    private final Tier tier;
    private final @Nullable ComputeUnit unit;

    /** @param unit null where the tier is to be on none */
    public PlaceTier(Tier tier, @Nullable ComputeUnit unit) {
        this.tier = tier;
        this.unit = unit;
    }

    @Override
    public String label() {
        return "Move Tier";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Hardwares.foreign((Hardware) tier.eContainer(), unit);
    }

    @Override
    protected List<Change> plan() {
        return tier.getComputeUnit() == unit
                ? List.of()
                : List.of(new SetValue(tier, ModelPackage.Literals.TIER__COMPUTE_UNIT, unit));
    }
}
