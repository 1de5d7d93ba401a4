/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Map;

/** A store of a design, in one dialogue or collection of a run. */
public interface Memory extends AutoCloseable {
    String name();

    /** The tier that it is charged to; empty for the one next to the compute unit. */
    String tier();

    /** Bytes that it keeps, without indexes. */
    long storedBytes();

    /** Bytes that it keeps by tier, with the indexes that it places in tiers itself. */
    default Map<String, Long> tierBytes() {
        return Map.of(tier(), storedBytes());
    }

    /** Bytes that it has written. */
    long writtenBytes();

    /** Things that it keeps: items, or triples. */
    long storedItems();

    /** Links between the things that it keeps. */
    default long storedLinks() {
        return 0;
    }

    @Override
    void close();
}
