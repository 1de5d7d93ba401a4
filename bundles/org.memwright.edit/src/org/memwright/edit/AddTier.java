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
import org.memwright.model.Property;
import org.memwright.model.Tier;

/** Adds a level of memory to a hardware. */
public final class AddTier extends Edit {
    private final Hardware hardware;
    private final Tier tier;

    /**
     * @param on the compute unit that it is on; null for one that is on none
     * @param capacity bytes
     * @param bandwidth bytes per time
     */
    public AddTier(
            Hardware hardware, String name, @Nullable ComputeUnit on, Expression capacity, Expression bandwidth) {
        this.hardware = hardware;
        tier = ModelFactory.eINSTANCE.createTier();
        tier.setName(name);
        tier.setComputeUnit(on);
        tier.getProperties().add(property("capacity", capacity));
        tier.getProperties().add(property("bandwidth", bandwidth));
    }

    static Property property(String name, Expression value) {
        Property property = ModelFactory.eINSTANCE.createProperty();
        property.setName(name);
        property.setValue(value);
        return property;
    }

    @Override
    public String label() {
        return "Add Tier";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(hardware, null, tier.getName())
                .or(() -> Hardwares.foreign(hardware, tier.getComputeUnit()));
    }

    @Override
    protected List<Change> plan() {
        return List.of(Hardwares.add(hardware, tier));
    }
}
