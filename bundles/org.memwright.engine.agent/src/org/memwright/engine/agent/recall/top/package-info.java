/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Takes the items with the highest scores. In: what its arguments name. Out: items. Rule: nothing else changes.
 * Example: {@code events.hybrid(query) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.top;

import org.jspecify.annotations.NullMarked;
