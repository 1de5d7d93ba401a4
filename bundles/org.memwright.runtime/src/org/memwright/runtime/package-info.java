/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The runtime: what every engine shares. An {@link org.memwright.runtime.Engine} turns a
 * {@link org.memwright.runtime.plan.RunPlan} into what it measures, through a {@link org.memwright.runtime.RunSink}.
 *
 * <p>Rule: a run is a function of its plan and the files that the plan names. Simulated time is {@code long}
 * nanoseconds; randomness comes from the seed of the plan.
 */
@NullMarked
package org.memwright.runtime;

import org.jspecify.annotations.NullMarked;
