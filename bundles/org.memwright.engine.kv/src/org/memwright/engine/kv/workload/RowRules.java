/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

/**
 * What a workload says about the rows of its data.
 *
 * @param limit the most requests to keep, from the start of the data; at least 1
 * @param skipBad whether a bad row is left out and counted rather than an error
 * @param arrivals whether arrivals are read; otherwise the workload draws its own and every row arrives at 0
 */
public record RowRules(int limit, boolean skipBad, boolean arrivals) {
    /** Every row, and each must be good. */
    public static final RowRules ALL = new RowRules(Integer.MAX_VALUE, false, true);

    public RowRules {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", must be at least 1");
        }
    }
}
