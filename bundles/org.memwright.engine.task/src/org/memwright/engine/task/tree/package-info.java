/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The tree itself: what is to be done, how far each step is, what is kept of it. Rule: a snapshot that is restored is equal to what the
 * tree was.
 */
@NullMarked
package org.memwright.engine.task.tree;

import org.jspecify.annotations.NullMarked;
