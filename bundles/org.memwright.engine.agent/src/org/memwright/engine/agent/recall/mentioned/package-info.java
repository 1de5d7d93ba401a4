/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Prefers what was said by the person that the question is about. In: scored items. Out: the same items, best first.
 * Rule: nothing else changes. Example: {@code events.hybrid(query) |> mentioned(by: 0.5) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.mentioned;

import org.jspecify.annotations.NullMarked;
