/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import org.memwright.runtime.RunSink;

/**
 * A time series of bounded length: as it grows, neighbouring values become one, the greatest of them, so that no peak is lost.
 * Of bytes moved so far it is the first, the one that belongs to the time that is kept: a later one would seem moved too early.
 *
 * <p>State: at most {@value #MOST} points. Cost: O(1) for each value, no allocation.
 */
public final class SampledSeries {
    private static final int MOST = 2000;

    private final RunSink.Series series;
    private final boolean isTotal;
    private final long[] nanos = new long[MOST];
    private final double[] values = new double[MOST];
    private int length;

    /** Values that make one point, and how many the last point has. */
    private long stride = 1;

    private long filled = 1;
    private double last = Double.NaN;

    public SampledSeries(RunSink.Series series) {
        this.series = series;
        this.isTotal = series.kind().isTotal();
    }

    /**
     * Adds a value that holds until the next.
     *
     * @param at never before the value before
     */
    public void add(long at, double value) {
        last = value;
        if (length > 0 && (filled < stride || nanos[length - 1] == at)) {
            boolean later = nanos[length - 1] < at;
            values[length - 1] = isTotal && later ? values[length - 1] : Math.max(values[length - 1], value);
            filled++;
            return;
        }
        if (length == MOST) {
            halve();
            add(at, value);
            return;
        }
        nanos[length] = at;
        values[length] = value;
        length++;
        filled = 1;
    }

    private void halve() {
        for (int i = 0; i < MOST / 2; i++) {
            nanos[i] = nanos[2 * i];
            values[i] = isTotal ? values[2 * i] : Math.max(values[2 * i], values[2 * i + 1]);
        }
        length = MOST / 2;
        filled = 2 * stride;
        stride *= 2;
        filled = Math.min(filled, stride);
    }

    /** Gives the series to a sink, its last value at the end of the run. */
    public void emit(RunSink sink, long endNanos) {
        int number = sink.series(series);
        for (int i = 0; i < length; i++) {
            sink.sample(number, nanos[i], values[i]);
        }
        if (length > 0 && nanos[length - 1] < endNanos) {
            sink.sample(number, endNanos, last);
        }
    }
}
