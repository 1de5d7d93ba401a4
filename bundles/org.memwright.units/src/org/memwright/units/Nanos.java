/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

/** Nanoseconds, the time of simulations, as text. */
public final class Nanos {
    /** Nanoseconds in a second. */
    public static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /**
     * A time for people to read.
     *
     * @param nanos nanoseconds
     * @return such as {@code 12.3 ms}
     */
    public static String format(double nanos) {
        return Format.of(nanos / PER_SECOND, Dimension.TIME);
    }
}
