/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Gives the words that a text is about. In: what its arguments name. Out: an item for each word. Rule: nothing else
 * changes. Example: {@code keywords(turn, k: 5)}.
 */
@NullMarked
package org.memwright.engine.agent.write.keywords;

import org.jspecify.annotations.NullMarked;
