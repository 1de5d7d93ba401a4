/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RankingTest {
    /** Against sorting everything: 300 seeds, few different scores, so that ties are many. */
    @Test
    void hits_areThoseOfSorting() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            int count = random.nextInt(60);
            int k = random.nextInt(20);
            List<double[]> all = new ArrayList<>();
            var ranking = new Ranking(k);
            for (int i = 0; i < count; i++) {
                double score = random.nextInt(8);
                all.add(new double[] {i, score});
                ranking.offer(i, score);
            }
            all.sort(Comparator.comparingDouble((double[] e) -> -e[1]).thenComparingDouble(e -> e[0]));
            int[] expected = all.stream().limit(k).mapToInt(e -> (int) e[0]).toArray();
            assertArrayEquals(expected, ranking.hits(0).numbers(), "seed " + seed);
        }
    }
}
