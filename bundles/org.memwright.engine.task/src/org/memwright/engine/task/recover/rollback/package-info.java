/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code rollback(to: parent)}: back to a checkpoint. In: a failed step. Out: the tree as it was, exactly. */
@NullMarked
package org.memwright.engine.task.recover.rollback;

import org.jspecify.annotations.NullMarked;
