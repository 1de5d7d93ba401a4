/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import org.memwright.units.Quantity;

/**
 * A service level objective on each request: {@code ttft <= 200 ms}.
 *
 * @param metric such as {@code ttft}
 * @param limit the greatest value that meets it
 */
public record Objective(String metric, Quantity limit) {
    @Override
    public String toString() {
        return metric + " <= " + limit;
    }
}
