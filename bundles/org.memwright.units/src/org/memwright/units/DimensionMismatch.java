/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

/** Two quantities met that do not measure the same: bytes were added to seconds, or a time was given for a bandwidth. */
public final class DimensionMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Dimension expected;
    private final transient Dimension found;

    /**
     * @param what what was written, such as {@code 80 GiB + 2 s}
     * @param expected the dimension that would be right; for an operator, that of its left side
     * @param found the dimension that was there; for an operator, that of its right side
     */
    public DimensionMismatch(String what, Dimension expected, Dimension found) {
        super(what + ": expected " + expected.describe() + ", found " + found.describe());
        this.expected = expected;
        this.found = found;
    }

    public Dimension expected() {
        return expected;
    }

    public Dimension found() {
        return found;
    }
}
