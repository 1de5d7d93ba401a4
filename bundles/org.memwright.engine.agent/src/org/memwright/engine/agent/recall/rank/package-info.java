/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Ranks the texts of a store by the phrases that stand in them. In: phrases with scores. Out: texts of the store.
 * Rule: nothing else changes. Example: {@code graph.pagerank() |> rank(passages, k: 5)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.rank;

import org.jspecify.annotations.NullMarked;
