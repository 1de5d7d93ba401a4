/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Percentiles by linear interpolation over all values: the value at rank {@code percent / 100 x (n - 1)} of the sorted
 * values, counted from 0, between its two neighbours.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, <cite>Sample Quantiles in Statistical Packages</cite>, 1996, definition 7.
 * <br>Cost: O(n log n) to sort, O(1) per percentile. Exact: nothing is put in bins.
 */
public final class Percentiles {
    private Percentiles() {}

    /**
     * The values that are numbers, ascending.
     *
     * @param values in any order; NaN stands for a missing value
     * @return a new array without the NaNs
     */
    public static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int numbers = sorted.length;
        while (numbers > 0 && Double.isNaN(sorted[numbers - 1])) {
            numbers--;
        }
        return numbers == sorted.length ? sorted : Arrays.copyOf(sorted, numbers);
    }

    /**
     * A percentile.
     *
     * @param values in any order; NaN stands for a missing value
     * @param percent 0 to 100
     * @return NaN where there is no value
     */
    public static double of(double[] values, double percent) {
        return ofSorted(sorted(values), percent);
    }

    /**
     * A percentile of what {@link #sorted} returned.
     *
     * @param sorted ascending, without NaN
     * @param percent 0 to 100
     * @return NaN where there is no value
     */
    public static double ofSorted(double[] sorted, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent is " + percent + ", must be from 0 to 100");
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) rank;
        double low = sorted[below];
        if (below == rank || below + 1 == sorted.length) {
            return low;
        }
        return low + (rank - below) * (sorted[below + 1] - low);
    }

    /**
     * The percent that a word of the language means.
     *
     * @param word such as {@code p50}, {@code p99} or {@code p999}, which is 99.9; {@code p100} is the greatest
     * @return empty when the word is no percentile
     */
    public static OptionalDouble percent(String word) {
        if (word.length() < 2 || word.length() > 8 || word.charAt(0) != 'p') {
            return OptionalDouble.empty();
        }
        String digits = word.substring(1);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalDouble.empty();
        }
        if (digits.length() <= 2 || digits.equals("100")) {
            return OptionalDouble.of(Double.parseDouble(digits));
        }
        return OptionalDouble.of(Double.parseDouble(digits.substring(0, 2) + "." + digits.substring(2)));
    }

    /**
     * The mean of the values that are numbers.
     *
     * @param values NaN stands for a missing value
     * @return NaN where there is no value
     */
    public static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * What a metric's argument asks of a distribution.
     *
     * @param values in any order; NaN stands for a missing value
     * @param statistic {@code mean}, {@code min}, {@code max} or a percentile such as {@code p99}
     * @return NaN where there is no value
     * @throws IllegalArgumentException if it is none of these
     */
    public static double statistic(double[] values, String statistic) {
        return switch (statistic) {
            case "mean" -> mean(values);
            case "min" -> of(values, 0);
            case "max" -> of(values, 100);
            default ->
                of(
                        values,
                        percent(statistic)
                                .orElseThrow(() -> new IllegalArgumentException("statistic is '" + statistic
                                        + "', must be mean, min, max or a percentile such as p50 or p999")));
        };
    }
}
