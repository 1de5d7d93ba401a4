/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Arrivals like clockwork: {@code arrival uniform(4 /s)}.
 *
 * <p>In: a rate. Out: arrivals at equal gaps. Rule: the first request arrives at 0.
 */
@NullMarked
package org.memwright.engine.kv.workload.arrival.uniform;

import org.jspecify.annotations.NullMarked;
