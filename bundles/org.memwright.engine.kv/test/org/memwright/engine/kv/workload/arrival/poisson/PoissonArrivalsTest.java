/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.poisson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class PoissonArrivalsTest {
    @Test
    void draw_countsInASecondHaveTheRateAsMeanAndVariance() {
        // A Poisson count of mean 4: variance 4, fourth central moment 4 + 3 x 16 = 52. Five standard errors over
        // 100,000 s.
        int seconds = 100_000;
        double[] arrivals = new double[4 * seconds + 10_000];
        new PoissonArrivals(4).draw(arrivals, new SplittableRandom(5));
        int[] counts = new int[seconds];
        double last = 0;
        for (double arrival : arrivals) {
            assertTrue(arrival >= last);
            last = arrival;
            if (arrival < seconds) {
                counts[(int) arrival]++;
            }
        }
        assertTrue(last > seconds);
        double mean = 0;
        double variance = 0;
        for (int count : counts) {
            mean += (double) count / seconds;
            variance += (count - 4.0) * (count - 4.0) / seconds;
        }
        assertEquals(4, mean, 5 * Math.sqrt(4.0 / seconds));
        assertEquals(4, variance, 5 * Math.sqrt((52.0 - 16) / seconds));
    }

    @Test
    void draw_twiceTheRateIsTheSameInHalfTheTime() {
        double[] slow = new double[100];
        double[] fast = new double[100];
        new PoissonArrivals(4).draw(slow, new SplittableRandom(1));
        new PoissonArrivals(8).draw(fast, new SplittableRandom(1));

        for (int i = 0; i < 100; i++) {
            assertEquals(slow[i] / 2, fast[i], 1e-12);
        }
    }

    @Test
    void create_takesARateAndNoLess() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PoissonArrivals.Factory().create(Plans.call("poisson", "rate", "0 /s")));
    }
}
