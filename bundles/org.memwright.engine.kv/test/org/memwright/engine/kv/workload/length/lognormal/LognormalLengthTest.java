/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.lognormal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.LengthDistribution;
import org.memwright.engine.kv.workload.Plans;

class LognormalLengthTest {
    @Test
    void draw_hasTheMeanAndSpreadOfTheLengthsThemselves() {
        // Median of the lengths: mean / sqrt(1 + cv^2) = 1000 / sqrt(1.25) = 894.4.
        var length = new LognormalLength.Factory().create(Plans.call("lognormal", "mean", "1000 tokens", "cv", 0.5));
        var random = new SplittableRandom(3);
        int count = 400_000;
        double sum = 0;
        int belowMedian = 0;
        for (int i = 0; i < count; i++) {
            double tokens = length.draw(random);
            sum += tokens;
            if (tokens < 1000 / Math.sqrt(1.25)) {
                belowMedian++;
            }
        }
        assertEquals(1000, sum / count, 5 * 500 / Math.sqrt(count));
        assertEquals(count / 2.0, belowMedian, 5 * Math.sqrt(count) / 2);
    }

    @Test
    void draw_withoutSpreadIsTheMean() {
        LengthDistribution length = new LognormalLength(1000, 0, Double.POSITIVE_INFINITY);

        assertEquals(1000, length.draw(new SplittableRandom(3)), 1e-9);
    }

    @Test
    void draw_isCutToTheGreatest() {
        var length = new LognormalLength.Factory()
                .create(Plans.call("lognormal", "mean", "1000 tokens", "cv", 2, "max", "4096 tokens"));
        LengthDistribution whole = new LognormalLength(1000, 2, Double.POSITIVE_INFINITY);
        var random = new SplittableRandom(3);
        var same = new SplittableRandom(3);
        int cut = 0;
        for (int i = 0; i < 10_000; i++) {
            double uncut = whole.draw(same);
            assertEquals(Math.min(4096, uncut), length.draw(random));
            cut += uncut > 4096 ? 1 : 0;
        }
        assertTrue(cut > 100, "cut " + cut);
    }

    @Test
    void create_refusesAMeanBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> new LognormalLength(0, 1, 9));
        assertThrows(IllegalArgumentException.class, () -> new LognormalLength(5, -1, 9));
        assertThrows(IllegalArgumentException.class, () -> new LognormalLength(5, 1, 0));
    }
}
