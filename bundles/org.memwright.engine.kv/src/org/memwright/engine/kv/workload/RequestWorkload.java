/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.WorkloadPlan;

/** Makes the requests of a workload: reads them, or draws them from a seed. */
public final class RequestWorkload {
    /** The property that says a workload is one of requests. */
    public static final String PROPERTY = "requests";

    private RequestWorkload() {}

    /**
     * Reads or draws the requests that a workload describes.
     *
     * @param seed of everything that is drawn; a {@code seed} among the properties is for whoever chooses this one
     * @throws RunFailure where the properties do not go together or data are missing or bad
     */
    public static Requests of(WorkloadPlan plan, long seed) throws RunFailure {
        throw new RunFailure(plan.position() + ": requests cannot be made yet for seed " + seed);
    }
}
