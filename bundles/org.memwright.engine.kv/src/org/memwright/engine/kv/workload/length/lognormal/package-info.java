/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lengths with a long tail, as people's prompts and answers have: {@code prompt lognormal(mean: 1024 tokens, cv: 1.2)}.
 *
 * <p>In: mean and spread of the lengths themselves, not of their logarithms. Out: lengths. Rule: mean and spread are those
 * before rounding and before a greatest length cuts the tail.
 */
@NullMarked
package org.memwright.engine.kv.workload.length.lognormal;

import org.jspecify.annotations.NullMarked;
