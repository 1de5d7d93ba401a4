/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Diagrams of a design: the memory hierarchy and the tree of a task, as views of the same text that the text editor shows.
 *
 * <p>In: a {@code .memw} file. Out: edits of its text. Rule: the text is the only source. A gesture becomes an {@link
 * org.memwright.edit.Edit}, that becomes the smallest change of the document, the document is parsed, and the diagram follows; so
 * text and diagram have one undo, and both may be open side by side.
 *
 * <p>This is the only bundle that sees GEF and draw2d. A live run shows itself through {@link
 * org.memwright.ui.live.LiveDiagram}.
 */
package org.memwright.ui.diagram;
