/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recency. In: items with scores. Out: the same by score and age. Rule: of two with one score the younger comes first. Example:
 * {@code stream.nearest(query, k: 20) |> aged(by: 0.2, over: 7 d) |> top(5)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.aged;

import org.jspecify.annotations.NullMarked;
