/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.Locale;

/**
 * What can be done to what a memory keeps.
 *
 * <p>Source: Y. Hu et al., <cite>Memory in the Age of AI Agents</cite>, 2025, on the dynamics of memories: formation, evolution and
 * retrieval; the operations of P. Chhikara et al., <cite>Mem0</cite>, 2025, are among these.
 */
public enum Operation {
    /** A new item is written. */
    INSERT,
    /** An item gets other words, or a newer one takes its place. */
    UPDATE,
    /** What an item says is taken into another. */
    MERGE,
    /** An item is dropped for good. */
    DELETE,
    /** Two items are joined. */
    LINK,
    /** An item goes from one store to another. */
    MOVE,
    /** An item becomes stronger, or matters more. */
    REINFORCE;

    /** How the language calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
