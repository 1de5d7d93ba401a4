/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSequencesTest {
    @Test
    void blocks_goOnThroughWhatWasGenerated() {
        // A conversation: the second prompt is the first prompt, its answer and a new question.
        var builder = new TokenSequences.Builder();
        builder.addRow(new int[] {1, 2, 3}, 3, new int[] {4, 5, 6}, 3);
        builder.addRow(new int[] {1, 2, 3, 4, 5, 6, 7}, 7, new int[] {8}, 1);

        BlockChains chains = builder.build().blocks(2, new int[] {3, 7}, new int[] {3, 1});

        // First: [1 2] of the prompt, [3 4] [5 6] with what was generated. Second: [1 2] [3 4] [5 6] of the prompt, [7
        // 8].
        assertEquals(1, chains.fullTo(0) - chains.from(0));
        assertEquals(3, chains.to(0) - chains.from(0));
        assertEquals(3, chains.promptTo(1) - chains.from(1));
        assertEquals(4, chains.to(1) - chains.from(1));
        assertEquals(3, RecordedBlocksTest.common(all(chains, 0), all(chains, 1)));
        assertEquals(4, chains.idLimit());
    }

    @Test
    void blocks_ofARowWithoutTokensAreNone() {
        var builder = new TokenSequences.Builder();
        builder.addRow(new int[0], 0, new int[0], 0);
        builder.addRow(new int[] {1, 1}, 2, new int[0], 0);

        BlockChains chains = builder.build().blocks(1, new int[] {9, 2}, new int[] {1, 1});

        assertEquals(0, chains.to(0));
        assertEquals(2, chains.fullTo(1));
        assertEquals(2, chains.promptTo(1));
        assertEquals(2, chains.idLimit());
    }

    @Test
    void ownBlocks_followThoseThatAreKnown() {
        var builder = new TokenSequences.Builder();
        builder.addRow(new int[] {1, 2, 3, 4}, 4, new int[0], 0);
        builder.addRow(new int[] {1, 2, 3, 4}, 4, new int[0], 0);
        builder.addRow(new int[0], 0, new int[0], 0);

        BlockChains chains =
                new PromptContent.GoneOn(builder.build()).blocks(2, new int[] {4, 4, 3}, new int[] {5, 1, 4});

        // 4 + 5 tokens, the last of which is never kept, fill four blocks; of unknown tokens all blocks are the
        // request's own.
        assertArrayEquals(new int[] {0, 1, 2, 3, 0, 1, 4, 5, 6}, chains.ids());
        assertEquals(2, chains.promptTo(0) - chains.from(0));
        assertEquals(4, chains.to(0) - chains.from(0));
        assertEquals(2, chains.promptTo(1) - chains.from(1));
        assertEquals(1, chains.promptTo(2) - chains.from(2));
        assertEquals(3, chains.to(2) - chains.from(2));
        assertEquals(7, chains.idLimit());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void blocks_agreeExactlyAsFarAsTokensDo(long seed) {
        var random = new SplittableRandom(seed);
        int rows = 200;
        int[][] tokens = new int[rows][];
        int[] prompts = new int[rows];
        int[] outputs = new int[rows];
        var builder = new TokenSequences.Builder();
        for (int r = 0; r < rows; r++) {
            prompts[r] = 1 + random.nextInt(40);
            outputs[r] = 1 + random.nextInt(10);
            tokens[r] = random.ints(prompts[r] + outputs[r], 0, 2).toArray();
            builder.addRow(
                    tokens[r], prompts[r], Arrays.copyOfRange(tokens[r], prompts[r], tokens[r].length), outputs[r]);
        }
        int[] order = new int[rows];
        Arrays.setAll(order, i -> rows - 1 - i);
        PromptContent reversed = builder.build().inOrder(order);
        int[] reversedPrompts = Arrays.stream(order).map(i -> prompts[i]).toArray();
        int[] reversedOutputs = Arrays.stream(order).map(i -> outputs[i]).toArray();
        for (int size = 1; size <= 8; size++) {
            BlockChains chains = reversed.blocks(size, reversedPrompts, reversedOutputs);
            for (int a = 0; a < rows; a++) {
                for (int b = a; b < rows; b += 7) {
                    int mismatch = Arrays.mismatch(tokens[order[a]], tokens[order[b]]);
                    int agree = mismatch < 0 ? tokens[order[a]].length : mismatch;
                    assertEquals(agree / size, RecordedBlocksTest.common(all(chains, a), all(chains, b)));
                }
            }
        }
    }

    private static int[] all(BlockChains chains, int request) {
        return Arrays.copyOfRange(chains.ids(), chains.from(request), chains.to(request));
    }
}
