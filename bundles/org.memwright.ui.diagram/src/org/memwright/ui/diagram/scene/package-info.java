/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What diagrams show, without a window: items and edges that stay the same objects while the text changes under them.
 *
 * <p>In: a parsed project and what of it is to be seen. Out: a {@link org.memwright.ui.diagram.scene.Scene} whose items carry facts
 * ready to be drawn, and places for them. Rule: nothing here draws, and nothing here changes the model.
 */
package org.memwright.ui.diagram.scene;
