/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.tree;

/** How far a step is; the order is that of the numbers in series of kind STEP_STATUS. */
public enum Status {
    PENDING,
    ACTIVE,
    DONE,
    FAILED,
    SKIPPED;

    /** Whether nothing is to be done any more. */
    public boolean isSettled() {
        return this == DONE || this == FAILED || this == SKIPPED;
    }
}
