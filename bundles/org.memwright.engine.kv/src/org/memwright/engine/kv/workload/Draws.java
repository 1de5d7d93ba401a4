/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.SplittableRandom;

/**
 * Draws from distributions, bit for bit alike on every machine: only {@code nextLong} of the generator is used, and
 * {@link StrictMath}, whose results are fixed where those of {@link Math} may differ in the last bit.
 */
public final class Draws {
    private static final double TO_UNIT = 0x1.0p-53;

    private Draws() {}

    /** Uniform in [0, 1): the upper 53 bits of a draw, over 2^53. */
    public static double uniform(SplittableRandom random) {
        return (random.nextLong() >>> 11) * TO_UNIT;
    }

    /** Exponential of mean 1: -ln(1 - u). */
    public static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - uniform(random));
    }

    /**
     * Standard normal: the first of the pair of the polar method, the second is not used.
     *
     * <p>Source: G. Marsaglia, T. A. Bray, <cite>A Convenient Method for Generating Normal Variables</cite>, 1964.
     */
    public static double normal(SplittableRandom random) {
        while (true) {
            double x = 2 * uniform(random) - 1;
            double y = 2 * uniform(random) - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /**
     * Gamma of the shape given and scale 1.
     *
     * <p>Source: G. Marsaglia, W. W. Tsang, <cite>A Simple Method for Generating Gamma Variables</cite>, 2000; below shape
     * 1 a draw of shape + 1 times u^(1 / shape), as there.
     *
     * @param shape greater than 0
     */
    public static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            double above = gamma(random, shape + 1);
            return above * StrictMath.pow(1 - uniform(random), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - uniform(random);
                if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
