/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes passages of which several agree on an answer and one says another. In: a seed. Out: one collection. Rule: the wrong passage is
 * the one most like the question. Example: {@code documents from claims(questions: 30, copies: 3)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.claims;

import org.jspecify.annotations.NullMarked;
