/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Deciding whether to recall. In: a query and what is at hand. Out: the query, or nothing. Rule: nothing in, nothing out.
 * Example: {@code uncovered(query, by: flash.recent(k: 4)) |> stream.nearest(k: 6)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.uncovered;

import org.jspecify.annotations.NullMarked;
