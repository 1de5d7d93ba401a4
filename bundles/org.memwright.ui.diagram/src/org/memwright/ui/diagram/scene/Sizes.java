/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

/** How much room figures need for what they write. */
public interface Sizes {
    /** The room of an item's own text, which stands above what is in it; x and y are 0. */
    Box item(Item item);

    /** The room of an edge's label; x and y are 0. */
    Box label(Edge edge);
}
