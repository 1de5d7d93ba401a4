/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Modelled hardware: tiers, links, compute units and what an operation on them costs.
 *
 * <p>In: capacities, bandwidths, latencies and rates as quantities. Out: simulated nanoseconds and bytes. Rule: a cost is a
 * pure function of the declared hardware and the operation; nothing here knows a design or a workload.
 */
@NullMarked
package org.memwright.hardware;

import org.jspecify.annotations.NullMarked;
