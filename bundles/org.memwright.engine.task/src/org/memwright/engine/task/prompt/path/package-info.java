/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code path(active)}: the prompt of the active path. In: the tree. Out: sections from the goal down. */
@NullMarked
package org.memwright.engine.task.prompt.path;

import org.jspecify.annotations.NullMarked;
