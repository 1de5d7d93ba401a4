/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    private static final double NANOS_PER_HOUR = 3600e9;

    public Machine {
        if (devices < 1) {
            throw new IllegalArgumentException("machine " + name + ": devices is " + devices + ", must be at least 1");
        }
        computeUnits = List.copyOf(computeUnits);
        tiers = List.copyOf(tiers);
        links = List.copyOf(links);
        for (int i = 0; i < computeUnits.size(); i++) {
            requireId(
                    name,
                    "compute",
                    computeUnits.get(i).name(),
                    computeUnits.get(i).id(),
                    i);
        }
        for (int i = 0; i < tiers.size(); i++) {
            requireId(name, "tier", tiers.get(i).name(), tiers.get(i).id(), i);
        }
        for (int i = 0; i < links.size(); i++) {
            requireId(name, "link", links.get(i).name(), links.get(i).id(), i);
        }
    }

    private static void requireId(String machine, String kind, String name, int id, int index) {
        if (id != index) {
            throw new IllegalArgumentException(
                    "machine " + machine + ": " + kind + " " + name + " has id " + id + ", must be its index " + index);
        }
    }

    /** The tier of a device by its name; where the device has none, the shared tier of that name. */
    public Optional<Tier> tier(int device, String tierName) {
        return tiers.stream()
                .filter(tier -> tier.name().equals(tierName) && (tier.device() == device || tier.device() == SHARED))
                .max(Comparator.comparingInt(Tier::device));
    }

    /** The compute unit of a device by its name; where the device has none, the shared unit of that name. */
    public Optional<ComputeUnit> computeUnit(int device, String unitName) {
        return computeUnits.stream()
                .filter(unit -> unit.name().equals(unitName) && (unit.device() == device || unit.device() == SHARED))
                .max(Comparator.comparingInt(ComputeUnit::device));
    }

    /**
     * The way that bytes take between two tiers: over the fewest hops, then over the widest links, then over those
     * declared first. Two tiers on one compute unit are one hop apart without a link: the unit itself moves the bytes.
     *
     * <p>Cost: searches, O(hops x tiers x links); ask once and keep the answer.
     *
     * @param from id of the tier that is read
     * @param to id of the tier that is written
     * @return empty when no links lead there; a path without hops when both are the same tier
     */
    public Optional<Path> path(int from, int to) {
        return PathSearch.search(this, from, to);
    }

    /**
     * What the machine costs for a time.
     *
     * @param nanos the time
     * @return USD
     */
    public double usd(double nanos) {
        return usdPerHour * (nanos / NANOS_PER_HOUR);
    }
}
