/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

/**
 * Who has which bytes of a store, in one run.
 *
 * <p>State: tokens and bytes by request. Rule: a failed {@link #hold} changes nothing.
 */
public interface Allocator {
    /**
     * Bytes that a request needs in an otherwise empty store to hold that many tokens; {@link Long#MAX_VALUE} where the store
     * would never give it as many.
     */
    long neededBytes(int request, int tokens, int longest);

    /**
     * Lets a request hold that many tokens; more or fewer than before.
     *
     * @param longest tokens that the request may come to, as far as {@link Layout#reach} asks
     * @return false where there is no room
     */
    boolean hold(int request, int tokens, int longest);

    /** Whether a request that holds nothing could hold that many tokens now; changes nothing. */
    boolean hasRoom(int request, int tokens);

    /** Pages that there are in all; 0 where tokens do not lie in pages. */
    default long pages() {
        return 0;
    }

    /** Frees all that a request has. */
    void release(int request);

    /** Tokens that a request holds. */
    int tokens(int request);

    /** Bytes allocated to requests; those that several share count once. */
    double allocatedBytes();

    /** Bytes of the tokens that requests hold; those that several share count once. */
    double storedBytes();

    /** Bytes that could still be allocated, whatever their place. */
    double freeBytes();

    /** Bytes of the greatest piece that could be allocated at once. */
    double largestFreeBytes();
}
