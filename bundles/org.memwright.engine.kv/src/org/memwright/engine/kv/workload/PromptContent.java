/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

/** What is known of the content of prompts: enough to tell how far two of them agree. One entry for each request. */
public interface PromptContent {
    /** Nothing is known. */
    PromptContent UNKNOWN = new Unknown();

    /** Tokens of the blocks that the data were recorded in; 0 where any size will do or nothing is known. */
    int recordedBlockTokens();

    /**
     * @param blockTokens tokens of a block, at least 1
     * @param promptTokens of each request
     * @param outputTokens of each request
     */
    BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens);

    /** The same content in another order: entry {@code i} of the result is entry {@code order[i]} of this. */
    PromptContent inOrder(int[] order);

    /**
     * Content that goes on with blocks of each request's own.
     *
     * @param known what prompts have in common
     */
    record GoneOn(PromptContent known) implements PromptContent {
        @Override
        public int recordedBlockTokens() {
            return known.recordedBlockTokens();
        }

        @Override
        public BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens) {
            return known.blocks(blockTokens, promptTokens, outputTokens).goneOn(promptTokens, outputTokens);
        }

        @Override
        public PromptContent inOrder(int[] order) {
            return new GoneOn(known.inOrder(order));
        }
    }

    /** Content of which nothing is known. */
    record Unknown() implements PromptContent {
        @Override
        public int recordedBlockTokens() {
            return 0;
        }

        @Override
        public BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens) {
            return new BlockChains.Builder(blockTokens, promptTokens.length).build(0);
        }

        @Override
        public PromptContent inOrder(int[] order) {
            return this;
        }
    }
}
