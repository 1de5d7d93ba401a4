/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

import org.memwright.engine.kv.shape.KvShape;
import org.memwright.engine.kv.workload.Requests;

/** How keys and values lie in a store: contiguous, whole and unshared where it does not say otherwise. */
public interface Layout {
    Part part();

    /** Bytes of a sequence. */
    StoreFormat format(KvShape shape);

    /** What {@code longest} means to {@link Allocator#hold}. */
    Reach reach();

    /** Whether requests share the blocks of a common prefix; then the allocator is a {@link PrefixAllocator}. */
    default boolean sharesPrefixes() {
        return false;
    }

    /**
     * Refuses what it cannot hold.
     *
     * @param entry whether new tokens are written to the store one by one, rather than moved to it in groups
     * @throws IllegalArgumentException where tokens of that format cannot lie in it
     */
    default void requireHoldable(String store, StoreFormat format, boolean entry) {
        // contiguous bytes hold any format
    }

    /** Bytes that attention reads for a sequence to find its tokens, in all layers. */
    default double tableBytes(KvShape shape, int tokens) {
        return 0;
    }

    /** Time of attention over this layout, where 1 is that over contiguous memory. */
    default double attentionSlowdown() {
        return 1;
    }

    /** Operations that rebuild one token's keys or values from the form they are kept in; 0 where they are kept whole. */
    default double reconstructionOperations(KvShape shape) {
        return 0;
    }

    /** Operations that bring a processed prompt into the form that it is kept in, beyond quantising. */
    default double promptOperations(KvShape shape, int promptTokens) {
        return 0;
    }

    /**
     * Who has which bytes, for one run.
     *
     * @throws IllegalArgumentException where layout and model do not go together
     */
    Allocator allocator(Demand demand);

    /**
     * What an allocator is made for.
     *
     * @param store name of the store
     * @param format bytes of a sequence, with state
     * @param arena bytes of the tier
     * @param requests of the run
     */
    record Demand(String store, KvShape shape, StoreFormat format, Arena arena, Requests requests) {}

    /** How much a layout wants to know of the future. */
    enum Reach {
        /** Nothing. */
        NONE,
        /** The length that the request will reach. */
        REQUEST,
        /** The longest sequence of the model. */
        CONTEXT
    }
}
