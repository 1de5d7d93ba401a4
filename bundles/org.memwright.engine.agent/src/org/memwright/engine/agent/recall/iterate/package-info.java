/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Retrieves again with the names that were found. In: a question. Out: items of all rounds, each once. Rule: it ends early where a round
 * brings no new name. Example: {@code iterate(passages.lexical(k: 3), rounds: 2)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.iterate;

import org.jspecify.annotations.NullMarked;
