/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.item.Piece;

/**
 * An item on its way through a pipeline.
 *
 * @param memory the store that it is kept in; null where it is not kept
 * @param number its number there; -1 where it is not kept
 */
public record Found(@Nullable ItemMemory memory, int number, Piece piece, double score) {
    /** An item that is not kept anywhere. */
    public static Found of(Piece piece) {
        return new Found(null, -1, piece, 0);
    }

    /** The same item with other words, on its way. */
    public Found with(Piece newPiece) {
        return new Found(memory, number, newPiece, score);
    }

    /** The same item with another score. */
    public Found scored(double newScore) {
        return new Found(memory, number, piece, newScore);
    }
}
