/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Recalls nothing where nothing fits well enough. In: scored items. Out: the same items, or nothing. Rule: nothing
 * else changes. Example: {@code events.lexical(query) |> abstain(below: 3)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.abstain;

import org.jspecify.annotations.NullMarked;
