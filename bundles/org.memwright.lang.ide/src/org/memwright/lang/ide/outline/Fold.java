/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

/**
 * Lines that an editor may fold away.
 *
 * @param startLine the line that stays, 0 for the first of the file
 * @param endLine the last line that goes
 */
public record Fold(int startLine, int endLine, Type type) {
    /** What is folded. */
    public enum Type {
        BLOCK,
        COMMENT,
        IMPORTS
    }
}
