/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.RunPlan;

/**
 * Hears what a {@link Profiler} does, as it does it. Calls never overlap, but come from several threads; runs are named by
 * their index in the plan.
 */
public interface ProfilingListener {
    /** Hears nothing. */
    ProfilingListener NONE = new ProfilingListener() {};

    /** Hears that a run begins. */
    default void started(int run, RunPlan plan) {}

    /**
     * Hears how far a run is, at every thousandth of its work.
     *
     * @param done share of the work of this run, 0 to 1
     * @param nanos simulated time
     */
    default void progressed(int run, double done, long nanos) {}

    /** Hears that a run ended, in any way; runs that were stopped before they began are not told of. */
    default void finished(int run, RunProfile profile) {}

    /**
     * Lets a view watch a run live.
     *
     * @param recorder what records the run
     * @return the recorder, or a sink that passes every call on to it; called by the run's thread alone
     */
    default RunSink watched(int run, RunPlan plan, RunSink recorder) {
        return recorder;
    }
}
