/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Drops what fits much less than the best. In: items with scores. Out: some of them. Rule: the best stays. Example:
 * {@code passages.lexical(query) |> relevant(least: 50%)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.relevant;

import org.jspecify.annotations.NullMarked;
