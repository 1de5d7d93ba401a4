/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.diskgraph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.store.Ranking;

final class DiskGraphIndexTest {
    private final List<String> charged = new ArrayList<>();

    private DiskGraphIndex index(int dimensions, DiskGraphIndex.Settings settings) {
        return new DiskGraphIndex(
                "v",
                "ssd",
                "dram",
                dimensions,
                settings,
                (what, operations, tier, pieces, read, written) -> charged.add(what + " " + pieces + " x " + read));
    }

    /** Three vectors, read one at a time: three steps, each of which waits for one block of 4,096 B. */
    @Test
    void nearest_readsABeamAtATime() {
        DiskGraphIndex index = index(2, new DiskGraphIndex.Settings(4, 3, 1, 2));
        float[][] vectors = {{1, 0}, {1, 0.5f}, {0, 1}};
        for (int i = 0; i < vectors.length; i++) {
            index.put(i, Vectors.normalise(vectors[i]));
        }
        index.build();
        charged.clear();

        assertArrayEquals(
                new int[] {0, 1, 2},
                index.nearest(new float[] {1, 0}, 3, number -> true).numbers());
        assertEquals(
                3, charged.stream().filter("nodes of v 1.0 x 4096.0"::equals).count(), charged::toString);
        // a code of 2 B for each of three, and 3 words of 4 B for each of two parts
        assertEquals(3 * 2 + 2 * 3 * 4, index.tierBytes().get("dram"));
    }

    /** With as many candidates as vectors every node that is joined is gone through: exact. No node has more neighbours than its degree. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nearest_ofAllCandidates_isExact(long seed) {
        var random = new SplittableRandom(seed);
        DiskGraphIndex index = index(8, new DiskGraphIndex.Settings(12, 200, 4, 4));
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] vector = new float[8];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextDouble(-1, 1);
            }
            vectors.add(Vectors.normalise(vector));
            index.put(i, vector);
        }
        index.build();
        for (int i = 0; i < vectors.size(); i++) {
            assertTrue(index.neighbours(i).length <= 12, "node " + i);
        }
        for (int q = 0; q < 200; q += 10) {
            var best = new Ranking(5);
            for (int i = 0; i < vectors.size(); i++) {
                best.offer(i, Vectors.dot(vectors.get(q), vectors.get(i), 0));
            }
            assertArrayEquals(
                    best.hits(0).numbers(),
                    index.nearest(vectors.get(q), 5, number -> true).numbers());
        }
    }

    @Test
    void codes_mustDivideTheDimensions() {
        var wrong =
                assertThrows(IllegalArgumentException.class, () -> index(10, new DiskGraphIndex.Settings(4, 10, 1, 3)));
        assertEquals(
                "codes is 3, must divide the 10 dimensions of the vectors: each byte codes a part of equal length",
                wrong.getMessage());
    }
}
