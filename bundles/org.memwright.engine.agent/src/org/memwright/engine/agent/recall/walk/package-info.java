/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Follows links from what was recalled. In: scored items. Out: these and what they are linked to. Rule: nothing else
 * changes. Example: {@code notes.nearest(query) |> walk(hops: 1) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.walk;

import org.jspecify.annotations.NullMarked;
