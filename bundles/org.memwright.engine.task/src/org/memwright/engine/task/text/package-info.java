/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Texts of steps: their tokens, and what of them is picked for a summary. Rule: no model is needed. */
@NullMarked
package org.memwright.engine.task.text;

import org.jspecify.annotations.NullMarked;
