/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The figures of both diagrams, drawn with lines and text alone, so that they are crisp at any scale.
 *
 * <p>In: the facts of an item and a {@link org.memwright.ui.diagram.figure.Look}. Out: pixels, or the same as PNG and SVG. Rule: a
 * figure reads no model; its size is what its text needs.
 */
package org.memwright.ui.diagram.figure;
