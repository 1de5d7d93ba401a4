/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Shortens the recalled texts. In: items. Out: the same with fewer words. Rule: no word is added. Example:
 * {@code passages.lexical(query) |> condense(by: sentences, keep: 35%)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.condense;

import org.jspecify.annotations.NullMarked;
