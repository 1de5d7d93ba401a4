/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Keeps the items with the highest value of a formula. In: what its arguments name. Out: what is kept. Rule: nothing
 * else changes. Example: {@code keep events : top(1000, by: strength)}.
 */
@NullMarked
package org.memwright.engine.agent.keep.top;

import org.jspecify.annotations.NullMarked;
