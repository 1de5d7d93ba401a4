/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.prefix;

/** In which order the blocks of one chain, last used together, are given up. */
public enum EvictionOrder {
    /**
     * The last block of a chain first, so that what stays is a chain that begins at the first token. As engines do that
     * free the blocks of a request in reverse.
     */
    LEAF_FIRST,
    /** The first block of a chain first: the plain LRU list, blocks touched in the order of the text. */
    ROOT_FIRST
}
