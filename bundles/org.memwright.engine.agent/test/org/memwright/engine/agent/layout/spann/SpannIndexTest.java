/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.spann;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.Ranking;

final class SpannIndexTest {
    private final List<String> charged = new ArrayList<>();

    private SpannIndex index(int dimensions, SpannIndex.Settings settings) {
        return new SpannIndex(
                "v",
                "ssd",
                "dram",
                dimensions,
                settings,
                (what, operations, tier, pieces, read, written) ->
                        charged.add(what + " " + tier + " " + pieces + " x " + read));
    }

    /**
     * Two pairs of vectors far apart, half of them heads: two lists of two. A query at the first pair is as near as 0 to the head of one
     * and 2 to the other's, so it reads one list: two vectors of 2 x 4 B with a number of 4 B, 24 B in one piece.
     */
    @Test
    void nearest_readsTheListsWhoseHeadsAreNear() {
        SpannIndex index = index(2, new SpannIndex.Settings(0.5, 8, 1, 32, 1.5));
        float[][] vectors = {{1, 0}, {1, 0.1f}, {0, 1}, {0.1f, 1}};
        for (int i = 0; i < vectors.length; i++) {
            index.put(i, Vectors.normalise(vectors[i]));
        }
        index.build();
        assertEquals(2, index.lists());
        assertEquals(4, index.entries());
        charged.clear();

        Hits hits = index.nearest(new float[] {1, 0}, 2, number -> true);

        assertArrayEquals(new int[] {0, 1}, hits.numbers());
        assertEquals(List.of("heads of v dram 1.0 x 16.0", "lists of v ssd 1.0 x 24.0"), charged);
        // two heads of 8 B with 8 B of place and number; four entries of 12 B
        assertEquals(32, index.tierBytes().get("dram"));
        assertEquals(48, index.tierBytes().get("ssd"));
    }

    /** A vector in the middle of two heads stands in both lists, unless no copies are allowed. */
    @Test
    void build_copiesWhatLiesBetweenHeads() {
        for (int replicas = 1; replicas <= 2; replicas++) {
            SpannIndex index = index(2, new SpannIndex.Settings(0.4, replicas, 10, 32, 2));
            float[][] vectors = {{1, 0}, {1, 0.01f}, {0, 1}, {0.01f, 1}, {1, 0.9f}};
            for (int i = 0; i < vectors.length; i++) {
                index.put(i, Vectors.normalise(vectors[i]));
            }
            index.build();
            assertTrue(replicas == 1 ? index.entries() == 5 : index.entries() > 5, "entries " + index.entries());
        }
    }

    /** Where all lists are read, it is the search of all vectors; lists are balanced; what is replaced is found in its new place. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nearest_ofAllLists_isExact(long seed) {
        var random = new SplittableRandom(seed);
        SpannIndex index = index(16, new SpannIndex.Settings(0.1, 4, 1.2, 1000, 1e6));
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            float[] vector = random(random);
            vectors.add(vector);
            index.put(i, vector);
        }
        index.build();
        assertTrue(index.longestList() <= 10 * index.entries() / index.lists(), "longest " + index.longestList());
        vectors.set(7, random(random));
        index.put(7, vectors.get(7));
        for (int q = 0; q < 20; q++) {
            float[] query = random(random);
            var best = new Ranking(5);
            for (int i = 0; i < vectors.size(); i++) {
                best.offer(i, Vectors.dot(query, vectors.get(i), 0));
            }
            assertArrayEquals(
                    best.hits(0).numbers(),
                    index.nearest(query, 5, number -> true).numbers(),
                    "query " + q);
        }
    }

    private static float[] random(SplittableRandom random) {
        float[] vector = new float[16];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextDouble(-1, 1);
        }
        return Vectors.normalise(vector);
    }
}
