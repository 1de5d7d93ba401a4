/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Walks statements from the names in the question. In: names. Out: phrases with the texts that say how they were reached, the best way
 * first. Rule: no way comes back to a phrase. Example: {@code entities(query) |> graph.paths(hops: 2) |> rank(passages)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.paths;

import org.jspecify.annotations.NullMarked;
