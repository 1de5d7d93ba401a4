/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code siblings(summary)}: finished steps beside the active one. In: the tree. Out: their beginnings with results, summaries or turns. */
@NullMarked
package org.memwright.engine.task.prompt.siblings;

import org.jspecify.annotations.NullMarked;
