/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.ModelFactory;
import org.memwright.model.Peak;
import org.memwright.model.Tier;

/** Adds a compute unit to a hardware, on its own or inside a memory. */
public final class AddComputeUnit extends Edit {
    private final Hardware hardware;
    private final ComputeUnit unit;

    /**
     * @param within the memory that it sits in; null for a unit on its own
     * @param precision of its peak, such as {@code fp16}
     * @param peak operations per time
     */
    public AddComputeUnit(Hardware hardware, String name, @Nullable Tier within, String precision, Expression peak) {
        this.hardware = hardware;
        Peak fastest = ModelFactory.eINSTANCE.createPeak();
        fastest.setPrecision(precision);
        fastest.setValue(peak);
        unit = ModelFactory.eINSTANCE.createComputeUnit();
        unit.setName(name);
        unit.setTier(within);
        unit.getPeaks().add(fastest);
    }

    @Override
    public String label() {
        return "Add Compute Unit";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(hardware, null, unit.getName()).or(() -> Hardwares.foreign(hardware, unit.getTier()));
    }

    @Override
    protected List<Change> plan() {
        return List.of(Hardwares.add(hardware, unit));
    }
}
