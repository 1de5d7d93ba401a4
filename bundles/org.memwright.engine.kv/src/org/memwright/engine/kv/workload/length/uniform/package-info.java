/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lengths between two bounds: {@code output uniform(16 tokens, 512 tokens)}.
 *
 * <p>In: the least and the greatest length. Out: any of these alike. Rule: both bounds may be drawn.
 */
@NullMarked
package org.memwright.engine.kv.workload.length.uniform;

import org.jspecify.annotations.NullMarked;
