/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10",
        "25, 20",
        "50, 30",
        "100, 50", // ranks 0, 1, 2 and 4
        "90, 46", // rank 3.6: 40 + 0.6 x 10
        "99, 49.6", // rank 3.96: 40 + 0.96 x 10
        "99.9, 49.96"
    })
    void of_interpolatesBetweenRanks(double percent, double value) {
        assertEquals(value, Percentiles.of(new double[] {50, 10, 40, 20, 30}, percent), 1e-12);
    }

    @Test
    void of_ofOneValueIsThatValueAndOfNoneIsNone() {
        assertEquals(7, Percentiles.of(new double[] {7}, 99));
        assertTrue(Double.isNaN(Percentiles.of(new double[0], 50)));
        assertTrue(Double.isNaN(Percentiles.of(new double[] {Double.NaN, Double.NaN}, 50)));
    }

    @Test
    void sorted_leavesOutMissingValuesOnly() {
        assertArrayEquals(
                new double[] {-1, 0, 2, Double.POSITIVE_INFINITY},
                Percentiles.sorted(new double[] {2, Double.NaN, -1, Double.POSITIVE_INFINITY, 0, Double.NaN}));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_agreesWithTheDefinitionOnRandomValues(long seed) {
        var random = new SplittableRandom(seed);
        double[] values = random.doubles(1 + random.nextInt(500)).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int percent = 0; percent <= 100; percent++) {
            // What share of the way from the least to the greatest rank has passed.
            double rank = percent / 100.0 * (sorted.length - 1);
            int below = (int) Math.floor(rank);
            int above = (int) Math.ceil(rank);
            double expected = sorted[below] * (1 - (rank - below)) + sorted[above] * (rank - below);
            assertEquals(expected, Percentiles.of(values, percent), 1e-12, "p" + percent);
        }
    }

    @Test
    void of_refusesWhatIsNoPercent() {
        var error = assertThrows(IllegalArgumentException.class, () -> Percentiles.of(new double[] {1}, 101));
        assertEquals("percent is 101.0, must be from 0 to 100", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"p50, 50", "p5, 5", "p99, 99", "p999, 99.9", "p9999, 99.99", "p100, 100", "p0, 0"})
    void percent_readsTheWordsOfTheLanguage(String word, double percent) {
        assertEquals(percent, Percentiles.percent(word).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "mean", "pp5", "p5x", "50", "p1234567890"})
    void percent_isEmptyForOtherWords(String word) {
        assertTrue(Percentiles.percent(word).isEmpty());
    }

    @Test
    void statistic_knowsMeanLeastAndGreatest() {
        double[] values = {4, 1, Double.NaN, 7};
        assertEquals(4, Percentiles.statistic(values, "mean"));
        assertEquals(1, Percentiles.statistic(values, "min"));
        assertEquals(7, Percentiles.statistic(values, "max"));
        assertEquals(4, Percentiles.statistic(values, "p50"));
        var error = assertThrows(IllegalArgumentException.class, () -> Percentiles.statistic(values, "median"));
        assertEquals(
                "statistic is 'median', must be mean, min, max or a percentile such as p50 or p999",
                error.getMessage());
    }
}
