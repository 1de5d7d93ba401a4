/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Optional;

/**
 * Collective communication of several devices, each of which sends to the next: all-reduce, all-gather, reduce-scatter.
 *
 * <p>Source: P. Patarasuk, X. Yuan, <cite>Bandwidth optimal all-reduce algorithms for clusters of workstations</cite>,
 * 2009. With n devices, b bytes, bandwidth w and latency l: all-gather and reduce-scatter take
 * {@code (n-1)/n x b / w + (n-1) x l}; an all-reduce is both, one after the other.
 * <br>Units: bytes, nanoseconds. One device has nobody to talk to: every time is 0.
 *
 * @param devices how many take part, at least 1
 * @param bytesPerSecond bandwidth from each device to the next, all at once
 * @param latencySeconds time for the first byte from one device to the next
 * @param efficiency share of the bandwidth that is reached
 */
public record Ring(int devices, double bytesPerSecond, double latencySeconds, double efficiency) {
    private static final double NANOS_PER_SECOND = 1e9;

    public Ring {
        if (devices < 1) {
            throw new IllegalArgumentException("ring: devices is " + devices + ", must be at least 1");
        }
        if (!(bytesPerSecond > 0)) {
            throw new IllegalArgumentException("ring: bandwidth is " + bytesPerSecond + " B/s, must be positive");
        }
    }

    /**
     * The ring through one tier of each device, over the paths between neighbours.
     *
     * @param machine the hardware
     * @param efficiency the shares of the data sheet that are reached
     * @param tiers ids of the tiers, such as the HBM of every device that takes part, in the order of the ring
     * @return empty when a tier cannot be reached from the one before
     */
    public static Optional<Ring> through(Machine machine, Efficiency efficiency, int... tiers) {
        double narrowest = Double.POSITIVE_INFINITY;
        double latency = 0;
        for (int i = 0; tiers.length > 1 && i < tiers.length; i++) {
            Optional<Path> path = machine.path(tiers[i], tiers[(i + 1) % tiers.length]);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            narrowest = Math.min(narrowest, path.get().bytesPerSecond());
            latency = Math.max(latency, path.get().linkLatencySeconds());
        }
        return Optional.of(new Ring(tiers.length, narrowest, latency, efficiency.link()));
    }

    /**
     * Every device has bytes; in the end each has their sum.
     *
     * @param bytes on each device
     */
    public double allReduceNanos(double bytes) {
        return nanos(2, bytes);
    }

    /**
     * Every device has a part; in the end each has all.
     *
     * @param bytes of all parts together
     */
    public double allGatherNanos(double bytes) {
        return nanos(1, bytes);
    }

    /**
     * Every device has bytes; in the end each has its part of their sum.
     *
     * @param bytes on each device
     */
    public double reduceScatterNanos(double bytes) {
        return nanos(1, bytes);
    }

    /** The least time of an all-reduce: the full bandwidth and no latency. */
    public double idealAllReduceNanos(double bytes) {
        return sentBytes(2, bytes) / bytesPerSecond * NANOS_PER_SECOND;
    }

    /** The least time of an all-gather or reduce-scatter: the full bandwidth and no latency. */
    public double idealAllGatherNanos(double bytes) {
        return sentBytes(1, bytes) / bytesPerSecond * NANOS_PER_SECOND;
    }

    /** Bytes that each device sends, and receives, in an all-reduce. */
    public double allReduceBytesPerDevice(double bytes) {
        return sentBytes(2, bytes);
    }

    /** Bytes that each device sends, and receives, in an all-gather or reduce-scatter. */
    public double allGatherBytesPerDevice(double bytes) {
        return sentBytes(1, bytes);
    }

    private double nanos(int rounds, double bytes) {
        double seconds =
                sentBytes(rounds, bytes) / (bytesPerSecond * efficiency) + rounds * (devices - 1) * latencySeconds;
        return seconds * NANOS_PER_SECOND;
    }

    private double sentBytes(int rounds, double bytes) {
        return rounds * bytes * (devices - 1) / devices;
    }
}
