/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lets the turns before and after share in the score of a turn. In: scored items. Out: these and their neighbours,
 * best first. Rule: nothing else changes. Example: {@code events.hybrid(query) |> spread(reach: 2, decay: 40%) |>
 * top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.spread;

import org.jspecify.annotations.NullMarked;
