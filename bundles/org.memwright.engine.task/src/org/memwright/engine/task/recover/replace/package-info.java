/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code replace(reuse: finished)}: a new plan for a part. In: a failed step. Out: a new sub-tree with what was finished. */
@NullMarked
package org.memwright.engine.task.recover.replace;

import org.jspecify.annotations.NullMarked;
