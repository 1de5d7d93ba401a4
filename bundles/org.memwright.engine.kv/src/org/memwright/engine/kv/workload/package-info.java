/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Workloads of requests: when each arrives, how long its prompt and answer are, and what prompts have in common.
 *
 * <p>In: a {@link org.memwright.runtime.plan.WorkloadPlan} with the property {@code requests} and a seed. Out:
 * {@link org.memwright.engine.kv.workload.Requests}, columns of primitives in the order of arrival. Each way to read or
 * draw them is a mechanism in a package of its own below this one; nothing here names one.
 *
 * <p>Rule: a row is kept, or an error with file, line and column, or counted as skipped; none is dropped in silence.
 * What is drawn depends on the seed and on its own property alone: another arrival rate leaves all lengths as they were.
 *
 * <p>Example: {@code RequestWorkload.of(plan.workload(), plan.seed()).promptTokens(0)}.
 */
@NullMarked
package org.memwright.engine.kv.workload;

import org.jspecify.annotations.NullMarked;
