/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Drafts clues for retrieval from a memory of everything. In: a question. Out: the question with clues. Rule: the question itself stays.
 * Example: {@code draft(global.lexical(k: 2)) |> passages.lexical(k: 10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.draft;

import org.jspecify.annotations.NullMarked;
