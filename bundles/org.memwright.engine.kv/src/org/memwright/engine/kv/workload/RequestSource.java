/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import org.memwright.runtime.RunFailure;

/** Reads requests from recorded data: {@code requests from csv(...)}. */
public interface RequestSource {
    /**
     * Reads the data from their start until the end or the limit.
     *
     * @throws RunFailure with file, line and column where data are missing or bad
     */
    Requests read(RowRules rules) throws RunFailure;
}
