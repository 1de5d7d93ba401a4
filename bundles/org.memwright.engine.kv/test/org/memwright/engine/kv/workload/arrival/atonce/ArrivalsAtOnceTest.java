/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.atonce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class ArrivalsAtOnceTest {
    @Test
    void draw_putsEveryRequestAtTheStart() {
        double[] arrivals = {5, 6, 7};
        new ArrivalsAtOnce.Factory().create(Plans.call("at_once")).draw(arrivals, new SplittableRandom(1));

        assertArrayEquals(new double[] {0, 0, 0}, arrivals);
    }
}
