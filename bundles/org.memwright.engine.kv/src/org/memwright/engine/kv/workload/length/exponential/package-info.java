/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lengths that end by chance, token by token: {@code output exponential(mean: 220 tokens)}.
 *
 * <p>In: the mean. Out: lengths. Rule: the mean is that before rounding and before a greatest length cuts the tail.
 */
@NullMarked
package org.memwright.engine.kv.workload.length.exponential;

import org.jspecify.annotations.NullMarked;
