/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.exponential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class ExponentialLengthTest {
    @Test
    void draw_hasTheMeanAndForgetsWhatWas() {
        // P(length > 440) = e^-2 = 0.1353 for a mean of 220.
        var length = new ExponentialLength.Factory().create(Plans.call("exponential", "mean", "220 tokens"));
        var random = new SplittableRandom(3);
        int count = 400_000;
        double sum = 0;
        int beyond = 0;
        for (int i = 0; i < count; i++) {
            double tokens = length.draw(random);
            sum += tokens;
            beyond += tokens > 440 ? 1 : 0;
        }
        double chance = Math.exp(-2);
        assertEquals(220, sum / count, 5 * 220 / Math.sqrt(count));
        assertEquals(chance, (double) beyond / count, 5 * Math.sqrt(chance * (1 - chance) / count));
    }

    @Test
    void draw_isCutToTheGreatest() {
        var length = new ExponentialLength(220, 5);
        var random = new SplittableRandom(3);
        double most = 0;
        for (int i = 0; i < 1000; i++) {
            most = Math.max(most, length.draw(random));
        }
        assertEquals(5, most);
    }

    @Test
    void create_refusesAMeanBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> new ExponentialLength(0.5, 9));
        assertThrows(IllegalArgumentException.class, () -> new ExponentialLength(5, 0));
    }
}
