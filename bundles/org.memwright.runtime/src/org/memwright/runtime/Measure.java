/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;

/**
 * A measured figure of a run.
 *
 * @param value in base units of the dimension; NaN where the run gives none, such as a mean over no request
 * @param unit the unit to show it in, such as {@code ms}; empty to choose one
 * @param bound the best value that the declared hardware allows for the same work, NaN where there is none
 * @param interval where the true figure may lie, by the error of the measurements that times come from
 */
public record Measure(
        MetricCall metric,
        double value,
        Dimension dimension,
        String unit,
        Better better,
        double bound,
        Explanation explanation,
        Interval interval) {

    /** A figure whose error is not known. */
    public Measure(
            MetricCall metric,
            double value,
            Dimension dimension,
            String unit,
            Better better,
            double bound,
            Explanation explanation) {
        this(metric, value, dimension, unit, better, bound, explanation, Interval.NONE);
    }

    /**
     * Where the true figure may lie, by the error of the measurements that times come from.
     *
     * @param low in base units; NaN where nothing is known of the error
     * @param high in base units; NaN where nothing is known of the error
     */
    public record Interval(double low, double high) {
        /** Nothing is known of the error. */
        public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

        public boolean isKnown() {
            return !Double.isNaN(low);
        }
    }
}
