/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Makes passages that lead from one to another, and asks for what is at the end. In: a seed. Out: one collection. Rule: the same seed
 * makes the same passages. Example: {@code documents from hops(questions: 30, hops: 2)}.
 */
@NullMarked
package org.memwright.engine.agent.workload.hops;

import org.jspecify.annotations.NullMarked;
