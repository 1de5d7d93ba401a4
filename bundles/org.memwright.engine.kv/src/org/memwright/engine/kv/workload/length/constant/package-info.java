/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lengths that are all the same: {@code prompt constant(1024 tokens)}.
 *
 * <p>In: a number of tokens. Out: that number. Rule: nothing is drawn.
 */
@NullMarked
package org.memwright.engine.kv.workload.length.constant;

import org.jspecify.annotations.NullMarked;
