/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;

/**
 * Content of which a hash of each block was recorded, as traces of production do that must not show the text.
 *
 * <p>At another block size than the recorded one, a block is the same for two requests where the recorded block that holds its
 * last token is. That is exact where the recorded size is a multiple of the other, and never claims more than is known.
 *
 * <p>State: 4 bytes for each recorded block, 24 for each different one.
 */
public final class RecordedBlocks implements PromptContent {
    private final int recordedBlockTokens;
    private final int[] nodes;
    private final int[] starts;
    private final int[] lengths;
    private final int[] depths;

    private RecordedBlocks(int recordedBlockTokens, int[] nodes, int[] starts, int[] lengths, int[] depths) {
        this.recordedBlockTokens = recordedBlockTokens;
        this.nodes = nodes;
        this.starts = starts;
        this.lengths = lengths;
        this.depths = depths;
    }

    @Override
    public int recordedBlockTokens() {
        return recordedBlockTokens;
    }

    @Override
    public PromptContent inOrder(int[] order) {
        int[] newStarts = new int[order.length];
        int[] newLengths = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            newStarts[i] = starts[order[i]];
            newLengths[i] = lengths[order[i]];
        }
        return new RecordedBlocks(recordedBlockTokens, nodes, newStarts, newLengths, depths);
    }

    @Override
    public BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens) {
        boolean asRecorded = blockTokens == recordedBlockTokens;
        int[] firstId = asRecorded ? new int[0] : firstIds(blockTokens);
        var chains = new BlockChains.Builder(blockTokens, promptTokens.length);
        for (int request = 0; request < promptTokens.length; request++) {
            int prompt = promptTokens[request];
            int known = (int) Math.min(prompt, (long) lengths[request] * recordedBlockTokens);
            int full = known / blockTokens;
            boolean partial = known == prompt && prompt % blockTokens != 0;
            for (int block = 0; block < full; block++) {
                int last = (int) ((block + 1L) * blockTokens - 1) / recordedBlockTokens;
                int node = nodes[starts[request] + last];
                chains.add(asRecorded ? node : firstId[node] + block - firstBlock(last, blockTokens));
            }
            chains.endFull();
            if (partial) {
                int last = (prompt - 1) / recordedBlockTokens;
                int node = nodes[starts[request] + last];
                // The id after those of the full blocks that end in the node.
                chains.add(asRecorded ? node : firstId[node + 1] - 1);
            }
            chains.endPrompt();
            chains.endRequest();
        }
        return chains.build(asRecorded ? depths.length : firstId[depths.length]);
    }

    /** The first block of that many tokens whose last token lies in a recorded block. */
    private int firstBlock(int depth, int blockTokens) {
        return (int) ((long) depth * recordedBlockTokens / blockTokens);
    }

    /** Where the ids begin of the blocks that end in each node: as many as do, and one for a block that ends the prompt. */
    private int[] firstIds(int blockTokens) {
        int[] first = new int[depths.length + 1];
        for (int node = 0; node < depths.length; node++) {
            int ending = firstBlock(depths[node] + 1, blockTokens) - firstBlock(depths[node], blockTokens);
            first[node + 1] = Math.addExact(first[node], ending + 1);
        }
        return first;
    }

    /** Collects the hashes of row after row. */
    public static final class Builder {
        private final int recordedBlockTokens;
        private final ChainIds chains = new ChainIds();
        private int[] nodes = new int[1024];
        private int[] starts = new int[1024];
        private int[] lengths = new int[1024];
        private int[] depths = new int[1024];
        private int blocks;
        private int rows;

        /** @param recordedBlockTokens tokens that each hash stands for, at least 1 */
        public Builder(int recordedBlockTokens) {
            if (recordedBlockTokens < 1) {
                throw new IllegalArgumentException(
                        "recorded blocks of " + recordedBlockTokens + " tokens, must be at least 1");
            }
            this.recordedBlockTokens = recordedBlockTokens;
        }

        /**
         * Adds a row.
         *
         * @param hashes of the blocks from the first token on; equal ones after equal ones mean equal tokens
         * @param count how many of these there are
         */
        public void addRow(long[] hashes, int count) {
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, rows + (rows >> 1));
                lengths = Arrays.copyOf(lengths, starts.length);
            }
            starts[rows] = blocks;
            lengths[rows] = count;
            rows++;
            if (nodes.length - blocks < count) {
                nodes = Arrays.copyOf(nodes, Math.addExact(blocks, Math.max(count, blocks >> 1)));
            }
            int parent = ChainIds.ROOT;
            for (int i = 0; i < count; i++) {
                parent = chains.id(parent, hashes[i]);
                nodes[blocks++] = parent;
                if (parent == depths.length) {
                    depths = Arrays.copyOf(depths, parent + (parent >> 1));
                }
                depths[parent] = i;
            }
        }

        public RecordedBlocks build() {
            return new RecordedBlocks(
                    recordedBlockTokens,
                    Arrays.copyOf(nodes, blocks),
                    Arrays.copyOf(starts, rows),
                    Arrays.copyOf(lengths, rows),
                    Arrays.copyOf(depths, chains.count()));
        }
    }
}
