/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.runtime.plan.RunPlan;

/**
 * A rate that the declared hardware cannot exceed: a line of the roofline.
 *
 * @param name of the compute unit or tier
 * @param kind whether it limits operations or bytes
 * @param precision of the operations, such as {@code fp16}; empty for bytes
 * @param perSecond operations or bytes per second, of all devices that a run is split over
 */
public record Ceiling(String name, Kind kind, String precision, double perSecond) {
    /** What a ceiling limits. */
    public enum Kind {
        /** Operations per second of a compute unit. */
        COMPUTE,
        /** Bytes per second of a tier. */
        BANDWIDTH
    }

    /**
     * The ceilings of a plan's hardware: peaks of its compute units and read bandwidths of its tiers.
     *
     * <p>Devices are alike, so the rates of one are multiplied by the number that the run is split over.
     */
    public static List<Ceiling> of(RunPlan plan) {
        Machine machine = plan.machine();
        int used = Math.max(1, Math.min(machine.devices(), plan.tensorSplit() * plan.pipelineSplit()));
        List<Ceiling> ceilings = new ArrayList<>();
        for (ComputeUnit unit : machine.computeUnits()) {
            if (unit.device() <= 0) {
                int units = unit.count() * (unit.device() == Machine.SHARED ? 1 : used);
                unit.peaks().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Precision::ordinal)))
                        .map(peak -> new Ceiling(
                                unit.name(), Kind.COMPUTE, peak.getKey().word(), peak.getValue() * units))
                        .forEach(ceilings::add);
                if (unit.bytesPerSecond() > 0) {
                    ceilings.add(new Ceiling(unit.name(), Kind.BANDWIDTH, "", unit.bytesPerSecond() * units));
                }
            }
        }
        for (Tier tier : machine.tiers()) {
            if (tier.device() <= 0 && tier.readBytesPerSecond() > 0) {
                int tiers = tier.device() == Machine.SHARED ? 1 : used;
                ceilings.add(new Ceiling(tier.name(), Kind.BANDWIDTH, "", tier.readBytesPerSecond() * tiers));
            }
        }
        return List.copyOf(ceilings);
    }
}
