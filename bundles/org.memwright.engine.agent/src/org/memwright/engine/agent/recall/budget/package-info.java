/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Keeps what fits in so many tokens. In: items. Out: the first of them. Rule: no more tokens than the budget go on. Example:
 * {@code budget(512 tokens)}.
 */
@NullMarked
package org.memwright.engine.agent.recall.budget;

import org.jspecify.annotations.NullMarked;
