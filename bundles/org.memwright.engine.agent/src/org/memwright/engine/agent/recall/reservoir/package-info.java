/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Retrieves for new questions only. In: a question. Out: items. Rule: a known question gets what it got before, as far as that is
 * kept. Example: {@code asked.reservoir(by: passages.lexical(query))}.
 */
@NullMarked
package org.memwright.engine.agent.recall.reservoir;

import org.jspecify.annotations.NullMarked;
