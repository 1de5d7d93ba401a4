/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

/**
 * A mean over seeds and how far the true mean may be from it.
 *
 * @param mean NaN where there is no value
 * @param halfWidth half the width of the 95 % interval around the mean; NaN with fewer than two values
 * @param count number of values
 */
public record Estimate(double mean, double halfWidth, int count) {
    /** No value at all. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, 0);

    /**
     * Quantiles 0.975 of Student's distribution for 1 to 30 degrees of freedom.
     *
     * <p>Source: NIST/SEMATECH, <cite>e-Handbook of Statistical Methods</cite>, table 1.3.6.7.2.
     */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** Quantile 0.975 of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    /**
     * The mean of values and its 95 % interval by Student's distribution.
     *
     * @param values one per seed; NaN stands for a missing value and is left out
     */
    public static Estimate of(double... values) {
        double mean = Percentiles.mean(values);
        int count = 0;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                squares += (value - mean) * (value - mean);
            }
        }
        if (count == 0) {
            return NONE;
        }
        if (count == 1) {
            return new Estimate(mean, Double.NaN, 1);
        }
        double deviation = Math.sqrt(squares / (count - 1));
        return new Estimate(mean, student(count - 1) * deviation / Math.sqrt(count), count);
    }

    /**
     * The quantile 0.975 of Student's distribution.
     *
     * <p>Above 30 degrees of freedom the first three terms of the Cornish-Fisher expansion (Abramowitz and Stegun, 1964,
     * 26.7.5), right to four digits there.
     */
    static double student(int degreesOfFreedom) {
        if (degreesOfFreedom <= STUDENT.length) {
            return STUDENT[degreesOfFreedom - 1];
        }
        double z = NORMAL;
        double n = degreesOfFreedom;
        double first = (StrictMath.pow(z, 3) + z) / 4;
        double second = (5 * StrictMath.pow(z, 5) + 16 * StrictMath.pow(z, 3) + 3 * z) / 96;
        return z + first / n + second / (n * n);
    }

    /** The least value in the interval; the mean itself where there is no interval. */
    public double low() {
        return Double.isNaN(halfWidth) ? mean : mean - halfWidth;
    }

    /** The greatest value in the interval; the mean itself where there is no interval. */
    public double high() {
        return Double.isNaN(halfWidth) ? mean : mean + halfWidth;
    }

    /** Whether there is an interval to show. */
    public boolean hasInterval() {
        return !Double.isNaN(halfWidth);
    }
}
