/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Ranks texts by a walk over texts and phrases. In: a question. Out: texts. Rule: only texts that were anchored are reached. Example:
 * {@code graph.recognise(of: passages, k: 10)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.recognise;

import org.jspecify.annotations.NullMarked;
