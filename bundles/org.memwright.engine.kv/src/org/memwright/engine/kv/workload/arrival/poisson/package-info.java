/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Arrivals of many independent users: {@code arrival poisson(4 /s)}.
 *
 * <p>In: a mean rate. Out: arrivals with exponential gaps. Rule: the rate is that of arrivals, not of tokens.
 */
@NullMarked
package org.memwright.engine.kv.workload.arrival.poisson;

import org.jspecify.annotations.NullMarked;
