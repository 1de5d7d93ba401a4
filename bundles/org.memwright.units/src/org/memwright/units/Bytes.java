/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

/** Bytes as text, with binary prefixes. */
public final class Bytes {
    private Bytes() {}

    /**
     * Bytes for people to read.
     *
     * @param bytes how many
     * @return such as {@code 80 GiB} or {@code 79.15 GiB}
     */
    public static String format(double bytes) {
        return Format.of(bytes, Dimension.BYTES);
    }
}
