/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Prefers what was said at the time that the question names. In: scored items. Out: the same items, best first. Rule:
 * nothing else changes. Example: {@code events.hybrid(query) |> timed(by: 1) |> top(10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.timed;

import org.jspecify.annotations.NullMarked;
