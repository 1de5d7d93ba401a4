/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.link.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MixtureLinkerTest {
    private static final MixtureLinker MIXTURE = new MixtureLinker(50, 8, 20);

    /** Two heaps around 0.88 and 0.10, each far narrower than the gap: the upper two are close. */
    @Test
    void close_takesTheUpperHeap() {
        assertArrayEquals(
                new boolean[] {true, true, false, false, false, false},
                MIXTURE.close(new double[] {0.90, 0.86, 0.12, 0.10, 0.09, 0.08}));
    }

    @Test
    void close_ofFewOrEqualValues_isNone() {
        assertArrayEquals(new boolean[3], MIXTURE.close(new double[] {0.9, 0.8, 0.1}));
        assertArrayEquals(new boolean[5], MIXTURE.close(new double[] {0.4, 0.4, 0.4, 0.4, 0.4}));
    }

    /** Of two heaps eight deviations apart, every value is put in the one that it was drawn from. */
    @Test
    void close_findsTheHeapThatValuesWereDrawnFrom() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            double[] values = new double[12 + random.nextInt(40)];
            boolean[] upper = new boolean[values.length];
            for (int i = 0; i < values.length; i++) {
                upper[i] = i % 4 == 0;
                values[i] = (upper[i] ? 0.8 : 0.2) + 0.15 * (random.nextDouble() - 0.5);
            }
            boolean[] close = MIXTURE.close(values);
            for (int i = 0; i < values.length; i++) {
                assertEquals(upper[i], close[i], "seed " + seed + ", value " + values[i]);
            }
        }
    }
}
