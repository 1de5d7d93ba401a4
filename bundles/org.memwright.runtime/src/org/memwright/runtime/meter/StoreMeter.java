/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Efficiency;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.hardware.Work;

/**
 * Charges what stores of text, vectors and trees do to the first compute unit of the hardware that computes in single precision, and
 * to the tiers that they are placed in.
 *
 * <p>State: the time since the last {@link #takeNanos}, and of all. Units: nanoseconds, bytes, operations.
 */
public final class StoreMeter {
    /** As the documented defaults, but starting an operation is a call, not a launch. */
    private static final Efficiency EFFICIENCY = new Efficiency(
            Efficiency.DEFAULT.matrix(),
            Efficiency.DEFAULT.attention(),
            new Efficiency.Kind(
                    Efficiency.DEFAULT.vector().compute(),
                    Efficiency.DEFAULT.vector().memory(),
                    0),
            Efficiency.DEFAULT.link());

    private final Meter meter;
    private final int unit;
    private final int usualTier;
    private final String usualName;
    private final Map<String, Integer> tiers = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private double eventNanos;
    private double totalNanos;

    /** @throws IllegalArgumentException where nothing computes, or there is no tier */
    public StoreMeter(Machine machine) {
        meter = new Meter(machine, EFFICIENCY, 1);
        ComputeUnit first = machine.computeUnits().stream()
                .filter(u -> u.peak(Precision.FP32).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "hardware " + machine.name()
                                        + " has no compute unit with a peak for fp32 or fp64; a memory of texts compares and copies in fp32"));
        unit = first.id();
        for (Tier tier : machine.tiers()) {
            tiers.putIfAbsent(tier.name(), tier.id());
        }
        Tier usual = machine.tiers().stream()
                .filter(t -> t.computeUnit() == first.id())
                .max(Comparator.comparingDouble(Tier::capacityBytes))
                .or(() -> machine.tiers().stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "hardware " + machine.name() + " has no tier; declare one for what is stored"));
        usualTier = usual.id();
        usualName = usual.name();
    }

    /**
     * Charges an operation.
     *
     * @param operation its name in the report, such as {@code searching vectors}
     * @param operations additions and multiplications
     * @param tier that is read and written; empty for the largest of the compute unit
     * @param pieces in which the bytes are read; 0 where none are
     */
    public void charge(
            String operation, double operations, String tier, double pieces, double readBytes, double writtenBytes) {
        int kind = kinds.computeIfAbsent(operation, meter::kind);
        int at = tiers.getOrDefault(tier, usualTier);
        var described = meter.operation().begin(Work.VECTOR, unit, Precision.FP32);
        described.compute(operations);
        if (pieces > 0 && readBytes > 0) {
            described.read(at, pieces, readBytes);
        }
        if (writtenBytes > 0) {
            described.write(at, writtenBytes);
        }
        eventNanos += meter.charge(kind, 1);
    }

    /** The tier that is charged where this one is named; where none is, the largest of the compute unit. */
    public String tierName(String tier) {
        return tiers.containsKey(tier) ? tier : usualName;
    }

    /** What was charged since the last call. */
    public double takeNanos() {
        double nanos = eventNanos;
        totalNanos += nanos;
        eventNanos = 0;
        meter.commit(1);
        return nanos;
    }

    public double totalNanos() {
        return totalNanos;
    }

    public Meter meter() {
        return meter;
    }
}
