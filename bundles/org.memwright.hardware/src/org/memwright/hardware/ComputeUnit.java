/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Something that computes: a GPU, the cores of a server, the logic of a memory stack.
 *
 * <p>Units: operations per second, bytes per second, watts, joules per operation, seconds.
 *
 * @param id index in {@link Machine#computeUnits()}
 * @param name the name in the language, such as {@code gpu}; the same in every device
 * @param device the device that it belongs to, or {@link Machine#SHARED}
 * @param count how many there are; the other figures are of one
 * @param tier id of the tier that it sits in (processing in memory), or -1
 * @param peaks operations per second by precision
 * @param bytesPerSecond bandwidth to the tier that it sits in, or 0 for that of the tier
 * @param watts power while it works, or 0 where the data sheet is silent
 * @param idleWatts power while it waits
 * @param joulesPerOperation energy of one operation, on top of the power
 * @param launchSeconds time to start one operation, or NaN for the default of {@link Efficiency}
 * @param cores what runs one tile of a kernel at a time, such as streaming multiprocessors; 0 where it is not declared
 * @param times how long its kernels take by measurements
 */
public record ComputeUnit(
        int id,
        String name,
        int device,
        int count,
        int tier,
        Map<Precision, Double> peaks,
        double bytesPerSecond,
        double watts,
        double idleWatts,
        double joulesPerOperation,
        double launchSeconds,
        int cores,
        KernelTimes times) {

    /** A unit that nothing was measured of. */
    public ComputeUnit(
            int id,
            String name,
            int device,
            int count,
            int tier,
            Map<Precision, Double> peaks,
            double bytesPerSecond,
            double watts,
            double idleWatts,
            double joulesPerOperation,
            double launchSeconds) {
        this(
                id,
                name,
                device,
                count,
                tier,
                peaks,
                bytesPerSecond,
                watts,
                idleWatts,
                joulesPerOperation,
                launchSeconds,
                0,
                KernelTimes.NONE);
    }

    public ComputeUnit {
        if (count < 1) {
            throw new IllegalArgumentException("compute " + name + ": count is " + count + ", must be at least 1");
        }
        peaks = Map.copyOf(peaks);
    }

    /** The same unit, with times that were measured of it. */
    public ComputeUnit measured(KernelTimes measurements) {
        return new ComputeUnit(
                id,
                name,
                device,
                count,
                tier,
                peaks,
                bytesPerSecond,
                watts,
                idleWatts,
                joulesPerOperation,
                launchSeconds,
                cores,
                measurements);
    }

    /**
     * Operations per second of one unit in a format, or in the next format that can stand in for it.
     *
     * @return empty when the unit has no peak for any of {@link Precision#computedAs()}
     */
    public OptionalDouble peak(Precision precision) {
        for (Precision candidate : precision.computedAs()) {
            Double peak = peaks.get(candidate);
            if (peak != null) {
                return OptionalDouble.of(peak);
            }
        }
        return OptionalDouble.empty();
    }
}
