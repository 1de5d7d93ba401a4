/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Arrays;
import org.memwright.runtime.RunSink;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/**
 * A figure for each request of a run, in the order of arrival.
 *
 * <p>Units: base units of the dimension, such as seconds.
 */
public final class Distribution {
    private final String name;
    private final Dimension dimension;
    private final double[] values;
    private final double[] sorted;

    /**
     * @param name such as {@code ttft}
     * @param values in base units of the dimension; NaN where a request has none
     */
    public Distribution(String name, Dimension dimension, double[] values) {
        this.name = name;
        this.dimension = dimension;
        this.values = values.clone();
        this.sorted = Percentiles.sorted(values);
    }

    static Distribution of(RunSink.Distribution reported) {
        Unit unit = unit(reported.unit());
        double[] base = reported.values().clone();
        if (unit.factor() != 1) {
            for (int i = 0; i < base.length; i++) {
                base[i] = Double.isFinite(base[i]) ? unit.toBase(base[i]) : base[i];
            }
        }
        return new Distribution(reported.name(), unit.dimension(), base);
    }

    /** The unit that an engine names; what is not in the catalogue of units, such as {@code requests}, is a number. */
    static Unit unit(String symbol) {
        return Units.find(symbol).orElse(Unit.NONE);
    }

    public String name() {
        return name;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** Number of requests, with those that have no value. */
    public int size() {
        return values.length;
    }

    /** Number of requests that have a value. */
    public int count() {
        return sorted.length;
    }

    /** The value of a request, NaN where it has none. */
    public double value(int request) {
        return values[request];
    }

    /** The value at a rank, 0 for the least of {@link #count()}. */
    public double ranked(int rank) {
        return sorted[rank];
    }

    /** The percentile by linear interpolation, see {@link Percentiles}; NaN where there is no value. */
    public double percentile(double percent) {
        return Percentiles.ofSorted(sorted, percent);
    }

    /** NaN where there is no value. */
    public double mean() {
        return Percentiles.mean(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution d
                && name.equals(d.name)
                && dimension.equals(d.dimension)
                && Arrays.equals(values, d.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + " of " + values.length + " requests";
    }
}
