/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.gamma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.kv.workload.Plans;

class GammaArrivalsTest {
    @ParameterizedTest(name = "cv {0}")
    @ValueSource(doubles = {0.3, 1, 3})
    void draw_gapsHaveTheMeanAndSpreadAskedFor(double cv) {
        // Gaps of mean 0.25 s and standard deviation cv x 0.25 s.
        int count = 400_000;
        double[] arrivals = new double[count];
        new GammaArrivals.Factory()
                .create(Plans.call("gamma", "rate", "4 /s", "cv", cv))
                .draw(arrivals, new SplittableRandom(11));
        double mean = arrivals[count - 1] / count;
        double squares = 0;
        double last = 0;
        for (double arrival : arrivals) {
            squares += (arrival - last - 0.25) * (arrival - last - 0.25);
            last = arrival;
        }
        double variance = cv * cv / 16;
        // Fourth central moment over squared variance is 3 + 6 / shape with shape 1 / cv^2. Five standard errors.
        assertEquals(0.25, mean, 5 * Math.sqrt(variance / count));
        assertEquals(variance, squares / count, 5 * variance * Math.sqrt((2 + 6 * cv * cv) / count));
    }

    @Test
    void create_refusesGapsWithoutSpread() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new GammaArrivals(4, 0));

        assertEquals("cv is 0.0, must be greater than 0", refused.getMessage());
    }
}
