/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;

/**
 * Numbers chains of blocks: a block and all before it, as its predecessor's number and its own hash. Exact: two chains
 * have one number only if they agree in every hash.
 *
 * <p>Cost: O(1) for each block; 20 to 28 bytes for each different one.
 */
final class ChainIds {
    /** What comes before the first block. */
    static final int ROOT = -1;

    private int[] parents = new int[1024];
    private long[] hashes = new long[1024];
    /** Open addressing: 0 for nothing, otherwise number + 1. */
    private int[] table = new int[4096];

    private int count;

    /** The number of a block after a chain; a new one is the least not yet given. */
    int id(int parent, long hash) {
        int mask = table.length - 1;
        int at = home(parent, hash, mask);
        for (; table[at] != 0; at = (at + 1) & mask) {
            int id = table[at] - 1;
            if (parents[id] == parent && hashes[id] == hash) {
                return id;
            }
        }
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, count + (count >> 1));
            hashes = Arrays.copyOf(hashes, parents.length);
        }
        parents[count] = parent;
        hashes[count] = hash;
        table[at] = ++count;
        if (2L * count > table.length) {
            rehash();
        }
        return count - 1;
    }

    int count() {
        return count;
    }

    private void rehash() {
        table = new int[Math.multiplyExact(2, table.length)];
        int mask = table.length - 1;
        for (int id = 0; id < count; id++) {
            int at = home(parents[id], hashes[id], mask);
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = id + 1;
        }
    }

    private static int home(int parent, long hash, int mask) {
        long mixed = (hash + parent * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed ^ (mixed >>> 32)) & mask;
    }
}
