/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** {@code skip()}: on without a step. In: a failed step. Out: the same, skipped. */
@NullMarked
package org.memwright.engine.task.recover.skip;

import org.jspecify.annotations.NullMarked;
