/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

/** How a memory keeps what happens. */
public enum Layout {
    /** In the steps of the tree, where it can be summarised, pruned and rolled back. */
    TREE,
    /** As one text in the order of time. */
    TEXT
}
