/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Finds what is near in a graph by walks that were made before. In: phrases. Out: phrases with probabilities. Rule: only nodes that the
 * query reaches are read. Example: {@code entities(query) |> walks.combine(graph) |> rank(passages)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.combine;

import org.jspecify.annotations.NullMarked;
