/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.Arrays;

/**
 * Content that was drawn: the prompts of a group begin with the same tokens, all else is each request's own.
 *
 * <p>Only blocks that are full have an id; a block that holds the end of the common prefix and more is the request's own.
 */
final class SharedPrefixes implements PromptContent {
    private final int prefixTokens;
    private final int[] groups;

    /** @param groups of each request, from 0 on; whose prompts are at least as long as the prefix */
    SharedPrefixes(int prefixTokens, int[] groups) {
        this.prefixTokens = prefixTokens;
        this.groups = groups;
    }

    @Override
    public int recordedBlockTokens() {
        return 0;
    }

    @Override
    public PromptContent inOrder(int[] order) {
        int[] newGroups = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            newGroups[i] = groups[order[i]];
        }
        return new SharedPrefixes(prefixTokens, newGroups);
    }

    @Override
    public BlockChains blocks(int blockTokens, int[] promptTokens, int[] outputTokens) {
        int shared = prefixTokens / blockTokens;
        int groupCount = Arrays.stream(groups).max().orElse(-1) + 1;
        int own = Math.multiplyExact(groupCount, shared);
        var chains = new BlockChains.Builder(blockTokens, promptTokens.length);
        for (int request = 0; request < promptTokens.length; request++) {
            int promptBlocks = promptTokens[request] / blockTokens;
            int blocks = (promptTokens[request] + outputTokens[request]) / blockTokens;
            for (int block = 0; block < promptBlocks; block++) {
                chains.add(block < shared ? groups[request] * shared + block : own++);
            }
            chains.endFull();
            chains.endPrompt();
            for (int block = promptBlocks; block < blocks; block++) {
                chains.add(own++);
            }
            chains.endRequest();
        }
        return chains.build(own);
    }
}
