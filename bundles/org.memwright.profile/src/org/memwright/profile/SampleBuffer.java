/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Arrays;

/**
 * Samples of one series as they come, in bounded memory.
 *
 * <p>All are kept up to {@value #LIMIT}; then time is cut into windows of a power of two nanoseconds and of each only
 * the first, least, greatest and last sample stay. So first, last and both extremes of the run are exact however long it
 * is. Windows only ever merge whole, so the result depends on the samples alone. Of samples that repeat a value those that
 * say nothing are left out: all but the first of a value that holds, all but the first and last of a total that grows.
 *
 * <p>Cost: O(1) amortised per sample, no allocation once full.
 */
final class SampleBuffer {
    /** Samples kept at most. Four are left of a window, so at least 256 windows share the time of the run. */
    static final int LIMIT = 4096;

    private static final int WINDOWS = LIMIT / 8;

    private final boolean grows;
    private long[] nanos = new long[64];
    private double[] values = new double[64];
    private int size;
    private int shift;
    private double integral;
    private long firstNanos;
    private long lastNanos;
    private double lastValue;

    /** @param grows whether it is a total that grows from sample to sample, not a value that holds until the next */
    SampleBuffer(boolean grows) {
        this.grows = grows;
    }

    void add(long time, double value) {
        if (size > 0) {
            if (time < lastNanos) {
                throw new IllegalArgumentException(
                        "a sample is at " + time + " ns, must not be before the last one, at " + lastNanos + " ns");
            }
            integral += lastValue * (time - lastNanos);
            if (value == lastValue) {
                lastNanos = time;
                return;
            }
            if (grows && lastNanos > nanos[size - 1]) {
                keep(lastNanos, lastValue);
            }
        } else {
            firstNanos = time;
        }
        lastNanos = time;
        lastValue = value;
        keep(time, value);
    }

    private void keep(long time, double value) {
        if (size == nanos.length) {
            if (size == LIMIT) {
                thin();
            } else {
                nanos = Arrays.copyOf(nanos, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
        }
        nanos[size] = time;
        values[size] = value;
        size++;
    }

    /** Doubles the windows until there are few enough, then leaves of each its first, least, greatest and last. */
    private void thin() {
        do {
            shift++;
        } while ((nanos[size - 1] >> shift) - (nanos[0] >> shift) >= WINDOWS);
        int kept = 0;
        int start = 0;
        while (start < size) {
            long window = nanos[start] >> shift;
            int least = start;
            int greatest = start;
            int end = start + 1;
            while (end < size && nanos[end] >> shift == window) {
                if (values[end] < values[least]) {
                    least = end;
                }
                if (values[end] > values[greatest]) {
                    greatest = end;
                }
                end++;
            }
            int previous = -1;
            for (int pick : new int[] {start, Math.min(least, greatest), Math.max(least, greatest), end - 1}) {
                if (pick != previous) {
                    nanos[kept] = nanos[pick];
                    values[kept] = values[pick];
                    kept++;
                    previous = pick;
                }
            }
            start = end;
        }
        size = kept;
    }

    long[] nanos() {
        return Arrays.copyOf(nanos, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    /** The mean over time from the first sample to the end; of all samples, also of those left out. */
    double mean(long endNanos) {
        if (size == 0) {
            return Double.NaN;
        }
        long end = Math.max(endNanos, lastNanos);
        return end == firstNanos ? lastValue : (integral + lastValue * (end - lastNanos)) / (end - firstNanos);
    }
}
