/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Utility. In: items that proved useful. Out: the same. Rule: only the importance changes, and only upwards. Example:
 * {@code on outcome(useful) : useful |> reward()}.
 */
@NullMarked
package org.memwright.engine.agent.write.reward;

import org.jspecify.annotations.NullMarked;
