/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    @Test
    void percentile_interpolatesBetweenTheTwoNeighbours() {
        // Five values lie at places 0 to 4. p50 is place 2, p99 is place 3.96: 40 + 0.96 x 10; p10 is place 0.4.
        Statistics statistics = Statistics.of(new double[] {50, 10, 40, 20, 30});

        assertEquals(30, statistics.percentile(50));
        assertEquals(49.6, statistics.percentile(99), 1e-12);
        assertEquals(14, statistics.percentile(10), 1e-12);
        assertEquals(30, statistics.mean());
        assertEquals(10, statistics.min());
        assertEquals(50, statistics.max());
    }

    @Test
    void of_leavesOutWhatIsNotANumber() {
        Statistics statistics = Statistics.of(new double[] {Double.NaN, 1, 3, Double.NaN});

        assertEquals(2, statistics.count());
        assertEquals(2, statistics.mean());
    }

    @Test
    void of_nothingIsNaN() {
        Statistics nothing = Statistics.of(new double[] {Double.NaN});

        assertTrue(Double.isNaN(nothing.mean()));
        assertTrue(Double.isNaN(nothing.percentile(50)));
        assertTrue(Double.isNaN(nothing.max()));
    }

    @Test
    void statistic_readsTheArgumentsOfMetrics() {
        double[] thousand = new double[1001];
        for (int i = 0; i < thousand.length; i++) {
            thousand[i] = i;
        }
        Statistics statistics = Statistics.of(thousand);

        assertEquals(500, statistics.statistic("").getAsDouble());
        assertEquals(500, statistics.statistic("mean").getAsDouble());
        assertEquals(990, statistics.statistic("p99").getAsDouble(), 1e-9);
        assertEquals(999, statistics.statistic("p999").getAsDouble(), 1e-9);
        assertEquals(999.9, statistics.statistic("p9999").getAsDouble(), 1e-9);
        assertEquals(50, statistics.statistic("p5").getAsDouble(), 1e-9);
        assertEquals(1000, statistics.statistic("p100").getAsDouble());
        assertTrue(statistics.statistic("median").isEmpty());
        assertTrue(statistics.statistic("p").isEmpty());
    }

    @Test
    void percentile_refusesWhatIsOutsideOfItsRange() {
        Statistics statistics = Statistics.of(new double[] {1});
        assertEquals(
                "percentile 101.0, must be 0 to 100",
                assertThrows(IllegalArgumentException.class, () -> statistics.percentile(101))
                        .getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void weights_countAsRepeatedValues(long seed) {
        var random = new SplittableRandom(Long.getLong("memwright.seed", seed));
        double[] values = random.doubles(200).map(v -> Math.rint(v * 50)).toArray();
        long[] weights = random.longs(200, 0, 5).toArray();
        int all = 0;
        for (long weight : weights) {
            all += (int) weight;
        }
        double[] repeated = new double[all];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < weights[i]; k++) {
                repeated[at++] = values[i];
            }
        }

        Statistics weighted = Statistics.of(values, weights);
        Statistics plain = Statistics.of(repeated);

        assertEquals(plain.count(), weighted.count());
        assertEquals(plain.mean(), weighted.mean(), 1e-9);
        for (double percent : new double[] {0, 1, 12.5, 50, 90, 99, 99.9, 100}) {
            assertEquals(plain.percentile(percent), weighted.percentile(percent), 1e-9, "p" + percent);
        }
    }
}
