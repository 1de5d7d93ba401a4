/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Orders items by when they were written. In: items. Out: the same, the earliest first. Rule: scores stay. Example:
 * {@code turns.lexical(query, k: 2) |> chronological()}.
 */
@NullMarked
package org.memwright.engine.agent.recall.chronological;

import org.jspecify.annotations.NullMarked;
