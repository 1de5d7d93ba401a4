/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Weighs rankings of several granularities by how sure each of them is. In: two rankings. Out: items of the first.
 * Rule: nothing else changes. Example: {@code route(turns.hybrid(query), sessions.hybrid(query)) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.route;

import org.jspecify.annotations.NullMarked;
