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

/** Puts a compute unit into a memory (processing in memory), or takes it out. */
public final class PlaceComputeUnit extends Edit {
    private final ComputeUnit unit;
    private final @Nullable Tier tier;

    /** @param tier null where the unit is to be on its own */
    public PlaceComputeUnit(ComputeUnit unit, @Nullable Tier tier) {
        this.unit = unit;
        this.tier = tier;
    }

    @Override
    public String label() {
        return "Move Compute Unit";
    }

    @Override
    public Optional<Refusal> refusal() {
        if (tier != null && tier.getComputeUnit() == unit) {
            return Optional.of(EditIssue.STEP_INTO_ITSELF.refusal(unit.getName(), tier.getName()));
        }
        return Hardwares.foreign((Hardware) unit.eContainer(), tier);
    }

    @Override
    protected List<Change> plan() {
        return unit.getTier() == tier
                ? List.of()
                : List.of(new SetValue(unit, ModelPackage.Literals.COMPUTE_UNIT__TIER, tier));
    }
}
