/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls with each item what follows it. In: items. Out: the same, each with its continuation. Rule: each item once, none of another
 * session. Example: {@code chunks.nearest(query, k: 2) |> continuation(after: 1)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.continuation;

import org.jspecify.annotations.NullMarked;
