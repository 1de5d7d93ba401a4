/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.OptionalLong;
import org.memwright.runtime.plan.ExperimentPlan;

/**
 * How far an experiment is, and how long the rest takes at that pace.
 *
 * <p>May be told by the threads of the runs and asked by any other. Time is that of the one who asks: this class has no clock.
 */
public final class Headway {
    /** Below this share a pace says nothing yet. */
    private static final double TOO_EARLY = 0.01;

    private final double[] done;
    private int finished;

    /** @param plan the experiment */
    public Headway(ExperimentPlan plan) {
        done = new double[plan.runs().size()];
    }

    /**
     * Hears how far a run is.
     *
     * @param run index in the plan
     * @param share of its work, 0 to 1
     */
    public synchronized void progressed(int run, double share) {
        done[run] = Math.clamp(share, 0, 1);
    }

    /** Hears that a run ended, in any way. */
    public synchronized void finished(int run) {
        done[run] = 1;
        finished++;
    }

    /** Number of runs that ended. */
    public synchronized int finished() {
        return finished;
    }

    /** Number of runs in all. */
    public int runs() {
        return done.length;
    }

    /** Share of the work of all runs, 0 to 1; each run counts the same. */
    public synchronized double share() {
        double sum = 0;
        for (double each : done) {
            sum += each;
        }
        return done.length == 0 ? 1 : sum / done.length;
    }

    /**
     * How long the rest takes if it goes on as until now.
     *
     * @param elapsedNanos since the experiment began
     * @return nanoseconds; empty while it is too early to tell
     */
    public OptionalLong leftNanos(long elapsedNanos) {
        double share = share();
        return share < TOO_EARLY
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(elapsedNanos * (1 - share) / share));
    }
}
