/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Arrays;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;

/**
 * What a tier, store, link or queue held over the time of a run: a value that holds until the next. Bytes moved so far grow
 * evenly from one value to the next, so they are not moved at once.
 *
 * <p>Units: simulated nanoseconds; values and limit in base units of the dimension.
 */
public final class TimeSeries {
    private final SeriesKind kind;
    private final String of;
    private final Dimension dimension;
    private final double limit;
    private final double mean;
    private final long[] nanos;
    private final double[] values;

    /**
     * @param of name of the tier, store, link or queue
     * @param limit the most it can be, such as a capacity; NaN where there is none
     * @param mean the mean over the time of the run, of all that was sampled; NaN where nothing was
     * @param nanos ascending times
     * @param values as many
     */
    public TimeSeries(
            SeriesKind kind, String of, Dimension dimension, double limit, double mean, long[] nanos, double[] values) {
        if (nanos.length != values.length) {
            throw new IllegalArgumentException(of + ": " + nanos.length + " times and " + values.length + " values");
        }
        this.kind = kind;
        this.of = of;
        this.dimension = dimension;
        this.limit = limit;
        this.mean = mean;
        this.nanos = nanos.clone();
        this.values = values.clone();
    }

    static TimeSeries of(RunSink.Series declared, SampleBuffer samples, long endNanos) {
        Unit unit = Distribution.unit(declared.unit());
        double[] values = samples.values();
        if (unit.factor() != 1) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= unit.factor();
            }
        }
        return new TimeSeries(
                declared.kind(),
                declared.of(),
                unit.dimension(),
                declared.limit() * unit.factor(),
                samples.mean(endNanos) * unit.factor(),
                samples.nanos(),
                values);
    }

    public SeriesKind kind() {
        return kind;
    }

    /** Name of the tier, store, link or queue. */
    public String of() {
        return of;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The most it can be, such as a capacity; NaN where there is none. */
    public double limit() {
        return limit;
    }

    /** The mean over the time of the run; NaN where nothing was sampled. */
    public double mean() {
        return mean;
    }

    /** Number of samples kept. */
    public int size() {
        return nanos.length;
    }

    public long nanos(int sample) {
        return nanos[sample];
    }

    public double value(int sample) {
        return values[sample];
    }

    /** The greatest value; NaN where nothing was sampled. */
    public double peak() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /** The value at a time: that of the last sample not after it, 0 before the first. */
    public double at(long time) {
        int index = lastNotAfter(time);
        return index < 0 ? 0 : values[index];
    }

    /**
     * The value at a time of what grows between samples, such as bytes moved so far: on the straight line between the
     * samples around it, that of the last after it, 0 before the first.
     */
    public double grownAt(long time) {
        int index = lastNotAfter(time);
        if (index < 0) {
            return 0;
        }
        if (index + 1 == nanos.length || nanos[index] == time) {
            return values[index];
        }
        double share = (double) (time - nanos[index]) / (nanos[index + 1] - nanos[index]);
        return values[index] + share * (values[index + 1] - values[index]);
    }

    /** The last sample not after a time, or -1 before the first. */
    public int lastNotAfter(long time) {
        int low = 0;
        int high = nanos.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries s
                && kind == s.kind
                && of.equals(s.of)
                && dimension.equals(s.dimension)
                && Double.compare(limit, s.limit) == 0
                && Double.compare(mean, s.mean) == 0
                && Arrays.equals(nanos, s.nanos)
                && Arrays.equals(values, s.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.name().hashCode() + of.hashCode()) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return kind + " of " + of + ", " + nanos.length + " samples";
    }
}
