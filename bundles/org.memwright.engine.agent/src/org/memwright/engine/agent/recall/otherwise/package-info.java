/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A second place to look. In: items with scores. Out: the same, among others where none is good enough. Rule: a good one
 * costs nothing more. Example: {@code hot.nearest(query) |> otherwise(cold.nearest(query), below: 0.4)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.otherwise;

import org.jspecify.annotations.NullMarked;
