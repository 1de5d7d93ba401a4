/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Weaving. In: items, best first. Out: one item with the origins of all. Rule: never longer than so many words. Example:
 * {@code lessons.lexical(query, k: 3) |> weave(words: 12)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.weave;

import org.jspecify.annotations.NullMarked;
