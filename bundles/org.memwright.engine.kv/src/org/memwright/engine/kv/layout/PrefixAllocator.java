/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

/** An allocator whose requests share the blocks of a common prefix. */
public interface PrefixAllocator extends Allocator {
    /**
     * Tokens of a request that are resident from the first on; changes nothing.
     *
     * @param tokens its prompt and, where it gave way, what it had generated
     */
    int resident(int request, int tokens);

    /** Tokens of a block. */
    int blockTokens();

    /** Counts what an admitted request found resident, for the hit rates. */
    void count(int request, int residentTokens);

    /** Blocks of the prompts that were counted. */
    long askedBlocks();

    /** Blocks of these that were resident from the first on. */
    long hitBlocks();

    /** Tokens of the prompts that were counted. */
    long askedTokens();

    /** Tokens of these that were resident from the first on. */
    long hitTokens();

    /** Requests that found anything resident. */
    long hitRequests();

    /** Requests that were counted. */
    long askedRequests();

    /** Blocks given up to make room. */
    long evictedBlocks();

    /** Bytes of blocks that nobody uses, kept in case that somebody will. */
    double cachedBytes();

    /**
     * Checks that every block has as many users as requests hold it.
     *
     * @throws IllegalStateException where it has not
     */
    void checkOwners();
}
