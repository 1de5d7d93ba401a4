/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Walks a graph from the names in the question. In: names. Out: phrases with their probability. Rule: nothing else
 * changes. Example: {@code entities(query) |> graph.pagerank(damping: 0.5)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.pagerank;

import org.jspecify.annotations.NullMarked;
