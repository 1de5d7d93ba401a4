/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.List;

/**
 * A declared hardware, flattened: every compute unit, tier and link of every device, by id.
 *
 * <p>A hardware that uses another as {@code node[8]} has 8 devices; one that uses none is its own single device, number
 * 0. Names repeat from device to device, ids do not.
 *
 * @param name qualified name of the declaration
 * @param devices number of devices, at least 1
 * @param usdPerHour price of the whole machine, or 0 where none is declared
 * @param staticWatts power that the rest of the system draws all the time
 */
public record Machine(
        String name,
        int devices,
        List<ComputeUnit> computeUnits,
        List<Tier> tiers,
        List<Link> links,
        double usdPerHour,
        double staticWatts) {

    /** The device number of what belongs to no device, or to all. */
    public static final int SHARED = -1;

    public Machine {
        if (devices < 1) {
            throw new IllegalArgumentException("machine " + name + ": devices is " + devices + ", must be at least 1");
        }
        computeUnits = List.copyOf(computeUnits);
        tiers = List.copyOf(tiers);
        links = List.copyOf(links);
    }
}
