/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;

/**
 * Content of which every token was recorded: prompts and, where the data have them, what was generated after them.
 *
 * <p>Blocks are compared token by token, so that two chains are the same exactly where their tokens are. Only blocks that are
 * full have an id.
 *
 * <p>State: 4 bytes for each token.
 */
public final class TokenSequences implements PromptContent {
    private final int[] tokens;
    private final int[] starts;
    private final int[] lengths;

    private TokenSequences(int[] tokens, int[] starts, int[] lengths) {
        this.tokens = tokens;
        this.starts = starts;
        this.lengths = lengths;
    }

    @Override
    public int recordedBlockTokens() {
        return 0;
    }

    @Override
    public PromptContent inOrder(int[] order) {
        int[] newStarts = new int[order.length];
        int[] newLengths = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            newStarts[i] = starts[order[i]];
            newLengths[i] = lengths[order[i]];
        }
        return new TokenSequences(tokens, newStarts, newLengths);
    }

    @Override
    public BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens) {
        var chains = new BlockChains.Builder(blockTokens, promptTokens.length);
        var numbers = new Numbers(blockTokens);
        for (int request = 0; request < promptTokens.length; request++) {
            int parent = ChainIds.ROOT;
            int promptBlocks = promptTokens[request] / blockTokens;
            int blocks = lengths[request] / blockTokens;
            for (int block = 0; block < blocks; block++) {
                if (block == promptBlocks) {
                    chains.endFull();
                    chains.endPrompt();
                }
                parent = numbers.id(parent, starts[request] + block * blockTokens);
                chains.add(parent);
            }
            if (blocks <= promptBlocks) {
                chains.endFull();
                chains.endPrompt();
            }
            chains.endRequest();
        }
        return chains.build(numbers.count);
    }

    /** Numbers blocks of tokens after their predecessors, as {@link ChainIds} does hashes. */
    private final class Numbers {
        private final int blockTokens;
        private int[] parents = new int[1024];
        /** Where the tokens of a block stood first. */
        private int[] places = new int[1024];

        private int[] table = new int[4096];
        private int count;

        Numbers(int blockTokens) {
            this.blockTokens = blockTokens;
        }

        int id(int parent, int place) {
            int mask = table.length - 1;
            int at = home(parent, place, mask);
            for (; table[at] != 0; at = (at + 1) & mask) {
                int id = table[at] - 1;
                if (parents[id] == parent
                        && Arrays.equals(
                                tokens, places[id], places[id] + blockTokens, tokens, place, place + blockTokens)) {
                    return id;
                }
            }
            if (count == parents.length) {
                parents = Arrays.copyOf(parents, count + (count >> 1));
                places = Arrays.copyOf(places, parents.length);
            }
            parents[count] = parent;
            places[count] = place;
            table[at] = ++count;
            if (2L * count > table.length) {
                rehash();
            }
            return count - 1;
        }

        private void rehash() {
            table = new int[Math.multiplyExact(2, table.length)];
            int mask = table.length - 1;
            for (int id = 0; id < count; id++) {
                int at = home(parents[id], places[id], mask);
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = id + 1;
            }
        }

        private int home(int parent, int place, int mask) {
            long hash = parent;
            for (int at = place; at < place + blockTokens; at++) {
                hash = (hash ^ tokens[at]) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            hash *= 0xBF58476D1CE4E5B9L;
            return (int) (hash ^ (hash >>> 32)) & mask;
        }
    }

    /** Collects the tokens of row after row. */
    public static final class Builder {
        private int[] tokens = new int[1 << 16];
        private int[] starts = new int[1024];
        private int[] lengths = new int[1024];
        private int used;
        private int rows;

        /**
         * Adds a row.
         *
         * @param prompt tokens of the prompt, {@code promptTokens} of them
         * @param output tokens generated, {@code outputTokens} of them; none where they were not recorded
         */
        public void addRow(int[] prompt, int promptTokens, int[] output, int outputTokens) {
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, rows + (rows >> 1));
                lengths = Arrays.copyOf(lengths, starts.length);
            }
            int length = Math.addExact(promptTokens, outputTokens);
            if (tokens.length - used < length) {
                tokens = Arrays.copyOf(tokens, Math.addExact(used, Math.max(length, used >> 1)));
            }
            starts[rows] = used;
            lengths[rows] = length;
            rows++;
            System.arraycopy(prompt, 0, tokens, used, promptTokens);
            System.arraycopy(output, 0, tokens, used + promptTokens, outputTokens);
            used += length;
        }

        public TokenSequences build() {
            return new TokenSequences(
                    Arrays.copyOf(tokens, used), Arrays.copyOf(starts, rows), Arrays.copyOf(lengths, rows));
        }
    }
}
