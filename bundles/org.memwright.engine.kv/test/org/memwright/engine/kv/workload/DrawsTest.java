/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
    private static final int COUNT = 400_000;

    /** Checks mean and variance, each to five standard errors of a sample of COUNT. */
    private static void moments(ToDoubleFunction<SplittableRandom> draw, double mean, double variance, double fourth) {
        var random = new SplittableRandom(20_240_601);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = draw.applyAsDouble(random) - mean;
            sum += x;
            squares += x * x;
        }
        assertEquals(0, sum / COUNT, 5 * Math.sqrt(variance / COUNT), "mean");
        assertEquals(variance, squares / COUNT, 5 * Math.sqrt((fourth - variance * variance) / COUNT), "variance");
    }

    @Test
    void uniform_hasItsMomentsAndStaysBelowOne() {
        moments(Draws::uniform, 0.5, 1.0 / 12, 1.0 / 80);
        // The greatest 53 bits there are.
        assertTrue((-1L >>> 11) * 0x1.0p-53 < 1);
    }

    @Test
    void exponential_hasItsMoments() {
        moments(Draws::exponential, 1, 1, 9);
    }

    @Test
    void normal_hasItsMoments() {
        moments(Draws::normal, 0, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 2.5, 40})
    void gamma_hasItsMoments(double shape) {
        // Of a gamma of scale 1: mean k, variance k, fourth central moment 3k^2 + 6k.
        moments(random -> Draws.gamma(random, shape), shape, shape, 3 * shape * shape + 6 * shape);
    }

    @Test
    void draws_areTheSameBitsForever() {
        // SplittableRandom(42).nextLong() is -4767286540954276203 (SplitMix64); its upper 53 bits over 2^53.
        assertEquals(0.7415648787718233, Draws.uniform(new SplittableRandom(42)));
        assertEquals(-Math.log(1 - 0.7415648787718233), Draws.exponential(new SplittableRandom(42)), 1e-15);
    }
}
