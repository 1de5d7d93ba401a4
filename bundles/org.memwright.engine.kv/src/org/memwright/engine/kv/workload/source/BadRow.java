/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

/** Says what is wrong with a row, and in which column of its line. Has no stack trace: it is a finding, not a fault. */
public final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * @param column of the line, 1 for the first character
     * @param message what is there, what is allowed, how to fix it
     */
    public BadRow(int column, String message) {
        super(message, null, false, false);
        this.column = column;
    }

    public int column() {
        return column;
    }
}
