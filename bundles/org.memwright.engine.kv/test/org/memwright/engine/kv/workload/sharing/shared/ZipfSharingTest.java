/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.sharing.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class ZipfSharingTest {
    @Test
    void draw_weighsGroupsByTheirRank() {
        // zipf 1, 4 groups: weights 1, 1/2, 1/3, 1/4, sum 25/12; chances 12/25, 6/25, 4/25, 3/25.
        var sharing =
                new ZipfSharing.Factory().create(Plans.call("shared", "tokens", "512 tokens", "groups", 4, "zipf", 1));
        int count = 250_000;
        int[] groups = new int[count];
        sharing.draw(groups, new SplittableRandom(8));
        int[] seen = new int[4];
        for (int group : groups) {
            seen[group]++;
        }

        assertEquals(512, sharing.prefixTokens());
        double[] chances = {12 / 25.0, 6 / 25.0, 4 / 25.0, 3 / 25.0};
        for (int g = 0; g < 4; g++) {
            double p = chances[g];
            assertEquals(p * count, seen[g], 5 * Math.sqrt(count * p * (1 - p)), "group " + g);
        }
    }

    @Test
    void draw_withoutSlopeWeighsAllAlike() {
        int count = 100_000;
        int[] groups = new int[count];
        new ZipfSharing(16, 5, 0).draw(groups, new SplittableRandom(8));
        int[] seen = new int[5];
        for (int group : groups) {
            seen[group]++;
        }
        for (int g = 0; g < 5; g++) {
            assertEquals(count / 5.0, seen[g], 5 * Math.sqrt(count * 0.16));
        }
    }

    @Test
    void create_refusesWhatIsNoSharing() {
        assertThrows(IllegalArgumentException.class, () -> new ZipfSharing(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ZipfSharing(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ZipfSharing(1, 1, -1));
    }
}
