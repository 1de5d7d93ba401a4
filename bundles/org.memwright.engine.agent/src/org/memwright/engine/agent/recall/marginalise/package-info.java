/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Orders passages by how likely their answers are. In: passages with scores. Out: the same with probabilities of their best answers.
 * Rule: the probabilities of all answers add up to 1. Example: {@code passages.nearest(query, k: 10) |> marginalise()}.
 */
@NullMarked
package org.memwright.engine.agent.recall.marginalise;

import org.jspecify.annotations.NullMarked;
