/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Modelled hardware: tiers, links, compute units and what an operation on them costs.
 *
 * <p>In: a {@link org.memwright.hardware.Machine}, flat and by id, in base units. Out: simulated nanoseconds, bytes and
 * joules: {@link org.memwright.hardware.Roofline} times what a compute unit does,
 * {@link org.memwright.hardware.Interconnect} what moves over links, {@link org.memwright.hardware.Ring} what devices tell
 * each other.
 *
 * <p>Rule: a cost is a pure function of the declared hardware and the operation; nothing here knows a design or a workload.
 * No time is below the ideal time that is computed with it.
 *
 * <p>Example: an A100 reads 2.039 GB of its HBM in 1 ms at best:
 *
 * <pre>{@code
 * var operation = new Operation(machine);
 * new Roofline(machine, Efficiency.IDEAL).time(operation.begin(MATRIX, gpu, FP16).read(hbm, 2.039e9));
 * operation.nanos(); // 1e6
 * }</pre>
 */
@NullMarked
package org.memwright.hardware;

import org.jspecify.annotations.NullMarked;
