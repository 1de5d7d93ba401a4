/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The edit parts: what joins items and edges of a scene to their figures, and gestures to edits.
 *
 * <p>In: a scene and what a person does with mouse and keys. Out: {@link org.memwright.edit.Edit}s for the {@link
 * org.memwright.ui.diagram.design.Diagram}. Rule: parts read the model and never write it.
 */
package org.memwright.ui.diagram.part;
