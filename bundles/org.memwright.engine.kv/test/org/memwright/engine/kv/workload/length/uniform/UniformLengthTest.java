/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.uniform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class UniformLengthTest {
    @Test
    void draw_reachesBothBoundsAndAllBetweenAlike() {
        var length = new UniformLength.Factory().create(Plans.call("uniform", "min", "3 tokens", "max", "6 tokens"));
        var random = new SplittableRandom(9);
        int[] seen = new int[10];
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            seen[(int) length.draw(random)]++;
        }

        // Each of 3, 4, 5, 6 with chance 1/4: standard error sqrt(n 3/16).
        for (int tokens = 3; tokens <= 6; tokens++) {
            assertEquals(count / 4.0, seen[tokens], 5 * Math.sqrt(count * 3 / 16.0));
        }
        assertEquals(count, seen[3] + seen[4] + seen[5] + seen[6]);
    }

    @Test
    void create_refusesBoundsThatAreExchanged() {
        assertThrows(IllegalArgumentException.class, () -> new UniformLength(6, 3));
        assertThrows(IllegalArgumentException.class, () -> new UniformLength(0, 3));
    }
}
