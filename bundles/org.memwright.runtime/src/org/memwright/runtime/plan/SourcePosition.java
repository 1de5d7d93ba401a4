/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

/**
 * Where in a file something is declared.
 *
 * @param file absolute path or URI of the file
 * @param line 1 for the first
 * @param column 1 for the first
 */
public record SourcePosition(String file, int line, int column) {
    /** The position of what was not declared in a file, such as a default. */
    public static final SourcePosition NONE = new SourcePosition("", 0, 0);

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
