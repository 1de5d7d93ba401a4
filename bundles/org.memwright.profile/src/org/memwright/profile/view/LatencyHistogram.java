/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.memwright.profile.Distribution;

/**
 * How many requests took how long, in buckets of which each is wider than the one before by the same factor.
 *
 * <p>For the shape alone: a value counts with three significant digits. Figures come from
 * {@link Distribution#percentile}, which is exact.
 *
 * <p>Source: G. Tene, <cite>HdrHistogram: A High Dynamic Range Histogram</cite>, 2012.
 */
public record LatencyHistogram(String name, List<Bucket> buckets) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int SIGNIFICANT_DIGITS = 3;

    public LatencyHistogram {
        buckets = List.copyOf(buckets);
    }

    /**
     * The requests with a value from {@code from}, without it, to {@code to}, with it.
     *
     * @param from in seconds
     * @param to in seconds
     */
    public record Bucket(double from, double to, long count) {}

    /**
     * The histogram of times.
     *
     * @param times in seconds, see {@link Distribution#dimension()}
     * @param factor by which a bucket is wider than the one before, above 1
     */
    public static LatencyHistogram of(Distribution times, double factor) {
        if (!(factor > 1)) {
            throw new IllegalArgumentException("factor is " + factor + ", must be above 1");
        }
        var histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (int rank = 0; rank < times.count(); rank++) {
            histogram.recordValue(Math.max(0, Math.round(times.ranked(rank) * NANOS_PER_SECOND)));
        }
        if (times.count() == 0) {
            return new LatencyHistogram(times.name(), List.of());
        }
        long first = Math.max(1, histogram.getMinNonZeroValue() == Long.MAX_VALUE ? 1 : histogram.getMinNonZeroValue());
        List<Bucket> buckets = new ArrayList<>();
        for (HistogramIterationValue value : histogram.logarithmicBucketValues(first, factor)) {
            if (!buckets.isEmpty() || value.getCountAddedInThisIterationStep() > 0) {
                buckets.add(new Bucket(
                        value.getValueIteratedFrom() / NANOS_PER_SECOND,
                        value.getValueIteratedTo() / NANOS_PER_SECOND,
                        value.getCountAddedInThisIterationStep()));
            }
        }
        return new LatencyHistogram(times.name(), buckets);
    }
}
