/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaTest {
    @Test
    void takeExtent_takesTheFirstGapThatIsLargeEnough() {
        // |aaa|bb|cc|d...... : after a and c are given back, gaps of 3 at 0 and 2 at 5.
        var arena = new Arena(12);
        long a = arena.takeExtent(3);
        arena.takeExtent(2);
        long c = arena.takeExtent(2);
        arena.takeExtent(1);
        arena.giveExtent(a, 3);
        arena.giveExtent(c, 2);

        assertEquals(0, arena.takeExtent(2));
        assertEquals(5, arena.takeExtent(2));
        assertEquals(8, arena.takeExtent(4));
        assertEquals(-1, arena.takeExtent(2));
        assertEquals(2, arena.takeExtent(1));
        assertEquals(12, arena.mostUsedBytes());
    }

    @Test
    void takePages_leavesExtentsTheirPlace() {
        var arena = new Arena(10);
        arena.takeExtent(4);
        assertTrue(arena.takePages(5));
        assertFalse(arena.takePages(2));
        assertEquals(-1, arena.takeExtent(2));
        assertEquals(1, arena.largestExtentBytes());
        arena.givePages(5);
        assertEquals(6, arena.freePageBytes());
    }

    /** One byte each: who has it. */
    private static long firstFit(int[] owner, int bytes, int limit) {
        for (int at = 0; at + bytes <= limit; at++) {
            boolean free = true;
            for (int i = at; i < at + bytes && free; i++) {
                free = owner[i] == 0;
            }
            if (free) {
                return at;
            }
        }
        return -1;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takeExtent_agreesWithAMapOfBytes(long seed) {
        var random = new SplittableRandom(Long.getLong("memwright.seed", seed));
        int capacity = 100;
        var arena = new Arena(capacity);
        int[] owner = new int[capacity];
        List<long[]> extents = new ArrayList<>();
        int used = 0;
        for (int step = 1; step < 5_000; step++) {
            if (random.nextInt(2) == 0) {
                int bytes = 1 + random.nextInt(20);
                long expected = firstFit(owner, bytes, capacity);
                assertEquals(expected, arena.takeExtent(bytes), "step " + step);
                if (expected >= 0) {
                    java.util.Arrays.fill(owner, (int) expected, (int) expected + bytes, step);
                    extents.add(new long[] {expected, bytes});
                    used += bytes;
                }
            } else if (!extents.isEmpty()) {
                long[] extent = extents.remove(random.nextInt(extents.size()));
                arena.giveExtent(extent[0], extent[1]);
                java.util.Arrays.fill(owner, (int) extent[0], (int) (extent[0] + extent[1]), 0);
                used -= (int) extent[1];
            }
            assertEquals(used, arena.usedBytes(), "step " + step);
            long largest = arena.largestExtentBytes();
            assertTrue(largest == 0 || firstFit(owner, (int) largest, capacity) >= 0, "step " + step);
            assertEquals(-1, firstFit(owner, (int) largest + 1, capacity), "step " + step);
        }
    }
}
