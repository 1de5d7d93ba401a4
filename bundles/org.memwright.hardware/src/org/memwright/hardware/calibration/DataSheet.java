/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.Comparator;
import java.util.List;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;

/**
 * What a formula takes from the data sheet of a device; it is given, not fitted.
 *
 * @param operationsPerSecond peak at the precision of the kernel
 * @param bytesPerSecond bandwidth of the memory that the kernel streams from
 * @param cacheBytes capacity of the last cache in front of that memory
 * @param cores streaming multiprocessors, or what else runs one tile at a time
 */
public record DataSheet(double operationsPerSecond, double bytesPerSecond, double cacheBytes, double cores) {
    public DataSheet {
        require("peak", operationsPerSecond);
        require("bandwidth", bytesPerSecond);
        require("cache", cacheBytes);
        require("cores", cores);
    }

    /**
     * What is declared of a compute unit: its bandwidth is that of the largest tier on it, its cache the largest other one.
     *
     * @param precision that the kernel computes in
     * @throws IllegalArgumentException if something is not declared, with what to write
     */
    public static DataSheet of(Machine machine, ComputeUnit unit, Precision precision) {
        List<Tier> tiers = machine.tiers().stream()
                .filter(tier -> tier.computeUnit() == unit.id())
                .sorted(Comparator.comparingDouble(Tier::capacityBytes).reversed())
                .toList();
        if (tiers.size() < 2) {
            throw new IllegalArgumentException("compute " + unit.name() + " of " + machine.name() + " has "
                    + tiers.size() + " tiers on it, but a calibration asks for its memory and the cache in front of it;"
                    + " declare both, such as: tier l2 on " + unit.name()
                    + " { capacity 40 MiB  bandwidth 7 TB/s }");
        }
        if (unit.cores() < 1) {
            throw new IllegalArgumentException("compute " + unit.name() + " of " + machine.name()
                    + " does not say how many cores it has, over which kernels are divided; declare them, such as: cores"
                    + " 108");
        }
        double peak = unit.peak(precision)
                .orElseThrow(() -> new IllegalArgumentException("compute " + unit.name() + " of " + machine.name()
                        + " has no peak for " + precision.word() + ", which was measured; declare it, such as: peak "
                        + precision.word() + " 312 TFLOP/s"));
        return new DataSheet(
                peak, tiers.getFirst().readBytesPerSecond(), tiers.get(1).capacityBytes(), unit.cores());
    }

    private static void require(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("data sheet: " + what + " is " + value + ", must be above 0 and finite");
        }
    }
}
