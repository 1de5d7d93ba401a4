/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Arrivals in bursts: {@code arrival gamma(4 /s, cv: 3)}.
 *
 * <p>In: a mean rate and how uneven the gaps are. Out: arrivals with gamma gaps. Rule: cv 1 is a Poisson process in
 * distribution, less is more even, more is burstier.
 */
@NullMarked
package org.memwright.engine.kv.workload.arrival.gamma;

import org.jspecify.annotations.NullMarked;
