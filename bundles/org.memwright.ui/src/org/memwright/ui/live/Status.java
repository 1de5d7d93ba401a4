/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.live;

/** How far a step of a task is. */
public enum Status {
    PENDING,
    ACTIVE,
    DONE,
    FAILED,
    SKIPPED
}
