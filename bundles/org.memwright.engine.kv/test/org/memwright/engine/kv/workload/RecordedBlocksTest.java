/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedBlocksTest {
    private static int[] prompt(BlockChains chains, int request) {
        return Arrays.copyOfRange(chains.ids(), chains.from(request), chains.promptTo(request));
    }

    @Test
    void blocks_asRecordedCountTheLastPartialOne() {
        // 10 tokens in blocks of 4: 2 full and one of 2. The second prompt shares the first block.
        var builder = new RecordedBlocks.Builder(4);
        builder.addRow(new long[] {700, 701, 702}, 3);
        builder.addRow(new long[] {700, 999}, 2);

        BlockChains chains = builder.build().blocks(4, new int[] {10, 8}, new int[] {1, 1});

        assertArrayEquals(new int[] {0, 1, 2}, prompt(chains, 0));
        assertEquals(2, chains.fullTo(0) - chains.from(0));
        assertArrayEquals(new int[] {0, 3}, prompt(chains, 1));
        assertEquals(2, chains.fullTo(1) - chains.from(1));
        assertEquals(4, chains.idLimit());
    }

    @Test
    void blocks_ofAHalfAreTwoForEachRecordedOne() {
        var builder = new RecordedBlocks.Builder(4);
        builder.addRow(new long[] {700, 701, 702}, 3);
        builder.addRow(new long[] {700, 999}, 2);

        BlockChains chains = builder.build().blocks(2, new int[] {10, 8}, new int[] {1, 1});

        // 10 tokens are 5 blocks of 2, 8 are 4; the two of block 700 are common.
        assertEquals(5, chains.fullTo(0) - chains.from(0));
        assertEquals(4, chains.fullTo(1) - chains.from(1));
        assertEquals(2, common(prompt(chains, 0), prompt(chains, 1)));
    }

    @Test
    void blocks_largerThanRecordedAreCommonOnlyWhereAllIsKnownToBe() {
        // Blocks of 6 over recorded 4: tokens 0-5 end in recorded block 1, which differs.
        var builder = new RecordedBlocks.Builder(4);
        builder.addRow(new long[] {700, 701, 702}, 3);
        builder.addRow(new long[] {700, 999, 702}, 3);
        builder.addRow(new long[] {700, 701, 888}, 3);

        BlockChains chains = builder.build().blocks(6, new int[] {12, 12, 12}, new int[] {1, 1, 1});

        assertEquals(0, common(prompt(chains, 0), prompt(chains, 1)));
        assertEquals(1, common(prompt(chains, 0), prompt(chains, 2)));
    }

    @Test
    void blocks_withEqualHashesAfterDifferentOnesDiffer() {
        var builder = new RecordedBlocks.Builder(4);
        builder.addRow(new long[] {1, 5}, 2);
        builder.addRow(new long[] {2, 5}, 2);

        BlockChains chains = builder.build().blocks(4, new int[] {8, 8}, new int[] {1, 1});

        assertEquals(4, Arrays.stream(chains.ids()).distinct().count());
    }

    @Test
    void blocks_ofTheUnrecordedRestAreLeftOut() {
        // 10 tokens, only the two full blocks of 4 recorded: 8 tokens are known.
        var builder = new RecordedBlocks.Builder(4);
        builder.addRow(new long[] {1, 2}, 2);

        BlockChains chains = builder.build().blocks(1, new int[] {10}, new int[] {1});

        assertEquals(8, chains.promptTo(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void blocks_agreeExactlyAsFarAsTheRecordedOnesAllow(long seed) {
        // Oracle: two prompts share block b of any size if and only if all recorded blocks up to the one that holds its
        // last token are equal and, for a block that ends early with the prompt, so does the other.
        var random = new SplittableRandom(seed);
        int recorded = 1 + random.nextInt(12);
        int rows = 12;
        long[][] hashes = new long[rows][];
        int[] prompts = new int[rows];
        var builder = new RecordedBlocks.Builder(recorded);
        for (int r = 0; r < rows; r++) {
            prompts[r] = 1 + random.nextInt(60);
            int count = (prompts[r] + recorded - 1) / recorded;
            hashes[r] = random.longs(count, 0, 2).toArray();
            if (prompts[r] % recorded != 0) {
                hashes[r][count - 1] = 100L + prompts[r]; // a partial block is known by its length, too
            }
            builder.addRow(hashes[r], count);
        }
        RecordedBlocks content = builder.build();
        int[] outputs = new int[rows];
        Arrays.fill(outputs, 1);
        for (int size = 1; size <= 30; size++) {
            BlockChains chains = content.blocks(size, prompts, outputs);
            for (int a = 0; a < rows; a++) {
                for (int b = 0; b < rows; b++) {
                    int expected = 0;
                    while (expected * size < Math.min(prompts[a], prompts[b])) {
                        int endA = Math.min(prompts[a], (expected + 1) * size);
                        int endB = Math.min(prompts[b], (expected + 1) * size);
                        int last = (endA - 1) / recorded;
                        if (endA != endB
                                || !Arrays.equals(
                                        hashes[a], 0, last + 1, hashes[b], 0, Math.min(last + 1, hashes[b].length))) {
                            break;
                        }
                        expected++;
                    }
                    assertEquals(
                            expected,
                            common(prompt(chains, a), prompt(chains, b)),
                            "recorded " + recorded + " size " + size + " rows " + a + " " + b);
                }
            }
            assertTrue(Arrays.stream(chains.ids()).allMatch(id -> id >= 0 && id < chains.idLimit()));
        }
    }

    static int common(int[] a, int[] b) {
        int at = 0;
        while (at < a.length && at < b.length && a[at] == b[at]) {
            at++;
        }
        return at;
    }
}
