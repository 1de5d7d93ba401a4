/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Mean, extremes and percentiles of values, each of which counts as often as its weight says.
 *
 * <p>Percentiles are by linear interpolation over all values: of n values in order, percentile p lies at place
 * {@code p / 100 x (n - 1)}. NaN values are left out; of no values everything is NaN.
 */
public final class Statistics {
    private final double[] values;

    /** Values up to and including each; the last is all. */
    private final long[] counts;

    private final double mean;

    private Statistics(double[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (counts[i] - (i == 0 ? 0 : counts[i - 1]));
        }
        this.mean = values.length == 0 ? Double.NaN : sum / counts[counts.length - 1];
    }

    /** Of values that count once each. */
    public static Statistics of(double[] values) {
        double[] present =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        long[] counts = new long[present.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i + 1L;
        }
        return new Statistics(present, counts);
    }

    /**
     * Of values with weights.
     *
     * @param weights how often each value counts, at least 0
     */
    public static Statistics of(double[] values, long[] weights) {
        int n = values.length;
        double[] from = values.clone();
        long[] fromWeights = weights.clone();
        double[] to = new double[n];
        long[] toWeights = new long[n];
        // Merged bottom up with their weights beside them: nothing is boxed, and memory is read in order.
        for (int width = 1; width < n; width *= 2) {
            for (int begin = 0; begin < n; begin += 2 * width) {
                int middle = Math.min(begin + width, n);
                int end = Math.min(begin + 2 * width, n);
                int left = begin;
                int right = middle;
                for (int at = begin; at < end; at++) {
                    boolean takeLeft = left < middle && (right >= end || Double.compare(from[left], from[right]) <= 0);
                    int taken = takeLeft ? left++ : right++;
                    to[at] = from[taken];
                    toWeights[at] = fromWeights[taken];
                }
            }
            double[] swap = from;
            from = to;
            to = swap;
            long[] swapWeights = fromWeights;
            fromWeights = toWeights;
            toWeights = swapWeights;
        }
        return counted(from, fromWeights);
    }

    /** Of sorted values: those that are equal become one, those that do not count none. */
    private static Statistics counted(double[] sorted, long[] weights) {
        double[] distinct = new double[sorted.length];
        long[] counts = new long[sorted.length];
        int length = 0;
        long sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (weights[i] > 0 && !Double.isNaN(sorted[i])) {
                sum += weights[i];
                if (length > 0 && distinct[length - 1] == sorted[i]) {
                    length--;
                }
                distinct[length] = sorted[i];
                counts[length] = sum;
                length++;
            }
        }
        return new Statistics(Arrays.copyOf(distinct, length), Arrays.copyOf(counts, length));
    }

    /** How many values there are. */
    public long count() {
        return counts.length == 0 ? 0 : counts[counts.length - 1];
    }

    public double mean() {
        return mean;
    }

    public double min() {
        return values.length == 0 ? Double.NaN : values[0];
    }

    public double max() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    /** @param percent 0 to 100 */
    public double percentile(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percentile " + percent + ", must be 0 to 100");
        }
        if (values.length == 0) {
            return Double.NaN;
        }
        double place = percent / 100 * (count() - 1);
        long below = (long) Math.floor(place);
        double low = at(below);
        double high = at(Math.min(below + 1, count() - 1));
        return low + (high - low) * (place - below);
    }

    private double at(long place) {
        int found = Arrays.binarySearch(counts, place + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    /**
     * What an argument of a metric asks for.
     *
     * @param statistic {@code mean}, {@code min}, {@code max}, or {@code p} and digits: {@code p50}, {@code p99}, and
     *     {@code p999} for 99.9; empty for the mean
     * @return NaN of no values; empty where the argument is none of these
     */
    public OptionalDouble statistic(String statistic) {
        return switch (statistic) {
            case "", "mean" -> OptionalDouble.of(mean());
            case "min" -> OptionalDouble.of(min());
            case "max" -> OptionalDouble.of(max());
            default -> {
                Double percent = percent(statistic);
                yield percent == null ? OptionalDouble.empty() : OptionalDouble.of(percentile(percent));
            }
        };
    }

    private static @Nullable Double percent(String statistic) {
        if (!statistic.matches("p[0-9]{1,6}")) {
            return null;
        }
        String digits = statistic.substring(1);
        if (digits.length() <= 2 || digits.equals("100")) {
            return Double.valueOf(digits);
        }
        return Double.valueOf(digits.substring(0, 2) + "." + digits.substring(2));
    }
}
