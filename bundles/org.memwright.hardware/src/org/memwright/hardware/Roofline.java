/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Arrays;

/**
 * Times operations: the slowest of computing, moving bytes and waiting for the first byte, plus starting the operation.
 *
 * <p>Source: S. Williams, A. Waterman, D. Patterson, <cite>Roofline</cite>, 2009; latency and launch are added.
 * <br>Time: {@code max(operations / (peak x eff), max over tiers (read / readBandwidth + written / writeBandwidth) / eff,
 * max over tiers latency) + launch}.
 * <br>Ideal: {@code max(operations / peak, max over tiers (read / readBandwidth + written / writeBandwidth))}.
 * <br>Units: nanoseconds. Cost: no allocation; linear in the tiers that the operation touches.
 * <br>Assumes: computing and moving overlap fully; reads and writes of one tier share its bus; the units of
 * {@code pim[16]} share the work evenly and each has its own bandwidth to the tier that it sits in.
 */
@SuppressWarnings("EnumOrdinal") // figures by format and work sit in flat arrays that every operation reads
public final class Roofline {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PRECISIONS = Precision.values().length;
    private static final int WORKS = Work.values().length;

    private final Machine machine;
    private final int tiers;

    /** By unit and precision; NaN where the unit cannot compute in it. */
    private final double[] nanosPerOperation;

    /** By unit and tier; infinite where the tier has no such bandwidth. */
    private final double[] nanosPerByteRead;

    private final double[] nanosPerByteWritten;
    private final double[] tierLatencyNanos;

    /** By unit and work. */
    private final double[] launchNanos;

    private final double[] slowdownCompute = new double[WORKS];
    private final double[] slowdownMemory = new double[WORKS];

    /**
     * @param machine the hardware
     * @param efficiency the shares of the data sheet that are reached
     */
    public Roofline(Machine machine, Efficiency efficiency) {
        this.machine = machine;
        this.tiers = machine.tiers().size();
        int units = machine.computeUnits().size();
        nanosPerOperation = new double[units * PRECISIONS];
        nanosPerByteRead = new double[units * tiers];
        nanosPerByteWritten = new double[units * tiers];
        launchNanos = new double[units * WORKS];
        tierLatencyNanos = new double[tiers];
        for (Tier tier : machine.tiers()) {
            tierLatencyNanos[tier.id()] = tier.latencySeconds() * NANOS_PER_SECOND;
        }
        for (Work work : Work.values()) {
            slowdownCompute[work.ordinal()] = 1 / efficiency.of(work).compute();
            slowdownMemory[work.ordinal()] = 1 / efficiency.of(work).memory();
        }
        for (ComputeUnit unit : machine.computeUnits()) {
            fillUnit(unit, efficiency);
        }
    }

    private void fillUnit(ComputeUnit unit, Efficiency efficiency) {
        for (Precision precision : Precision.values()) {
            double peak = unit.peak(precision).orElse(Double.NaN) * unit.count();
            nanosPerOperation[unit.id() * PRECISIONS + precision.ordinal()] = NANOS_PER_SECOND / peak;
        }
        for (Tier tier : machine.tiers()) {
            boolean inside = unit.tier() == tier.id() && unit.bytesPerSecond() > 0;
            double own = unit.bytesPerSecond() * unit.count();
            int at = unit.id() * tiers + tier.id();
            nanosPerByteRead[at] = NANOS_PER_SECOND / (inside ? own : tier.readBytesPerSecond());
            nanosPerByteWritten[at] = NANOS_PER_SECOND / (inside ? own : tier.writeBytesPerSecond());
        }
        for (Work work : Work.values()) {
            double launch =
                    Double.isNaN(unit.launchSeconds()) ? efficiency.of(work).launchSeconds() : unit.launchSeconds();
            launchNanos[unit.id() * WORKS + work.ordinal()] = launch * NANOS_PER_SECOND;
        }
    }

    /**
     * Times an operation and leaves time, ideal time and limit in it.
     *
     * @return the time in nanoseconds
     * @throws IllegalArgumentException when the unit has no peak for the operation's format, or a tier no bandwidth
     */
    public double time(Operation operation) {
        int unit = operation.unit();
        int work = operation.work().ordinal();
        double computing = idealComputeNanos(unit, operation.precision(), operation.operations());
        double ideal = computing;
        double longest = computing * slowdownCompute[work];
        Limit limit = Limit.COMPUTE;
        int limitingTier = -1;
        for (int i = 0; i < operation.tierCount(); i++) {
            int tier = operation.tier(i);
            double moving = idealMoveNanos(unit, tier, operation.readBytes(tier), operation.writtenBytes(tier));
            ideal = Math.max(ideal, moving);
            double moved = moving * slowdownMemory[work];
            if (moved > longest) {
                longest = moved;
                limit = Limit.TIER;
                limitingTier = tier;
            }
            if (moving > 0 && tierLatencyNanos[tier] > longest) {
                longest = tierLatencyNanos[tier];
                limit = Limit.LATENCY;
                limitingTier = tier;
            }
        }
        double launch = launchNanos[unit * WORKS + work];
        if (launch >= longest) {
            limit = Limit.LAUNCH;
            limitingTier = -1;
        }
        operation.time(longest + launch, ideal, limit, limitingTier);
        return operation.nanos();
    }

    /**
     * The least time to compute.
     *
     * @param unit id of the compute unit; all of its count work together
     * @param operations multiplications and additions
     * @return nanoseconds at the peak
     * @throws IllegalArgumentException when the unit has no peak for the format
     */
    public double idealComputeNanos(int unit, Precision precision, double operations) {
        if (operations == 0) {
            return 0;
        }
        double each = nanosPerOperation[unit * PRECISIONS + precision.ordinal()];
        if (!(each < Double.POSITIVE_INFINITY)) {
            throw noPeak(unit, precision);
        }
        return operations * each;
    }

    /**
     * The least time for a compute unit to read and write bytes of a tier.
     *
     * @param unit id of the compute unit, whose own bandwidth counts when it sits in the tier
     * @return nanoseconds at the full bandwidth
     * @throws IllegalArgumentException when the tier has no such bandwidth
     */
    public double idealMoveNanos(int unit, int tier, double readBytes, double writtenBytes) {
        int at = unit * tiers + tier;
        double reading = readBytes == 0 ? 0 : readBytes * nanosPerByteRead[at];
        double writing = writtenBytes == 0 ? 0 : writtenBytes * nanosPerByteWritten[at];
        double sum = reading + writing;
        if (!(sum < Double.POSITIVE_INFINITY)) {
            throw noBandwidth(tier);
        }
        return sum;
    }

    private IllegalArgumentException noPeak(int unit, Precision precision) {
        ComputeUnit declared = machine.computeUnits().get(unit);
        return new IllegalArgumentException("compute " + declared.name() + " has no peak for " + precision.word()
                + ", only for " + words(declared) + "; declare one, such as: peak " + precision.word() + " 1 TFLOP/s");
    }

    private static String words(ComputeUnit unit) {
        Object[] words =
                unit.peaks().keySet().stream().sorted().map(Precision::word).toArray();
        return words.length == 0 ? "nothing" : Arrays.toString(words);
    }

    private IllegalArgumentException noBandwidth(int tier) {
        return new IllegalArgumentException("tier " + machine.tiers().get(tier).name()
                + " has no bandwidth for what is read or written; declare one, such as: bandwidth 1 TB/s");
    }
}
