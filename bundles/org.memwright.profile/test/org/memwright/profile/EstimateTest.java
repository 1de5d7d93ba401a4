/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @Test
    void of_isMeanAndStudentsInterval() {
        // Mean 2, deviation sqrt((1 + 0 + 1) / 2) = 1, so 4.303 x 1 / sqrt(3) = 2.4843.
        Estimate estimate = Estimate.of(1, 2, 3);
        assertEquals(2, estimate.mean());
        assertEquals(2.4843, estimate.halfWidth(), 1e-4);
        assertEquals(-0.4843, estimate.low(), 1e-4);
        assertEquals(4.4843, estimate.high(), 1e-4);
        assertEquals(3, estimate.count());
    }

    @Test
    void of_leavesOutMissingValues() {
        assertEquals(Estimate.of(1, 2, 3), Estimate.of(1, Double.NaN, 2, 3));
        assertEquals(0, Estimate.of(Double.NaN).count());
    }

    @Test
    void of_hasNoIntervalForOneValue() {
        Estimate estimate = Estimate.of(5);
        assertFalse(estimate.hasInterval());
        assertEquals(5, estimate.low());
        assertEquals(5, estimate.high());
    }

    @ParameterizedTest
    @CsvSource({"1, 12.706", "4, 2.776", "30, 2.042", "31, 2.0395", "40, 2.0211", "60, 2.0003", "120, 1.9799"})
    void student_isThePublishedQuantile(int degreesOfFreedom, double quantile) {
        assertEquals(quantile, Estimate.student(degreesOfFreedom), 1e-4);
    }

    @Test
    void of_coversTheTruthInNineteenOfTwentyCases() {
        var random = new SplittableRandom(11);
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            double[] values = new double[5];
            for (int j = 0; j < values.length; j++) {
                values[j] = 3
                        + Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                                * Math.cos(2 * Math.PI * random.nextDouble());
            }
            Estimate estimate = Estimate.of(values);
            covered += estimate.low() <= 3 && estimate.high() >= 3 ? 1 : 0;
        }
        // 95 % of 4000 is 3800 with a deviation of 14.
        assertTrue(Math.abs(covered - 3800) < 60, covered + " of 4000");
    }
}
