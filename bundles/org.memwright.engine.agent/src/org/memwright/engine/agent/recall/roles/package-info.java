/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Finds phrases that have the same place in a graph. In: phrases. Out: phrases with their alikeness, and the text that each came in with.
 * Rule: nearness does not count. Example: {@code entities(query) |> graph.roles() |> rank(passages)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.roles;

import org.jspecify.annotations.NullMarked;
