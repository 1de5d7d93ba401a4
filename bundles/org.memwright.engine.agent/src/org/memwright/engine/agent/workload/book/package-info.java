/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes chapters of sentences. In: a seed. Out: one book. Rule: each sentence names somebody whom no other names. Example:
 * {@code documents from book(chapters: 20, ask: order)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.book;

import org.jspecify.annotations.NullMarked;
