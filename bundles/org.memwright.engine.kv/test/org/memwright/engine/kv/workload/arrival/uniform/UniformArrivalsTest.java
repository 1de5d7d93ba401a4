/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.uniform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class UniformArrivalsTest {
    @Test
    void draw_startsAtOnceAndKeepsEqualGaps() {
        double[] arrivals = new double[4];
        new UniformArrivals.Factory()
                .create(Plans.call("uniform", "rate", "4 /s"))
                .draw(arrivals, new SplittableRandom(1));

        assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75}, arrivals);
    }

    @Test
    void create_refusesARateThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new UniformArrivals(Double.NaN));
    }
}
