/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

/** A sink that passes every call on to another; who watches a run overrides what it wants to hear. */
public class ForwardingSink implements RunSink {
    private final RunSink to;

    /** @param to where the calls go */
    public ForwardingSink(RunSink to) {
        this.to = to;
    }

    @Override
    public boolean cancelled() {
        return to.cancelled();
    }

    @Override
    public boolean wantsIntervals() {
        return to.wantsIntervals();
    }

    @Override
    public void progress(double done, long nanos) {
        to.progress(done, nanos);
    }

    @Override
    public int series(Series series) {
        return to.series(series);
    }

    @Override
    public void sample(int series, long nanos, double value) {
        to.sample(series, nanos, value);
    }

    @Override
    public void distribution(Distribution distribution) {
        to.distribution(distribution);
    }

    @Override
    public void measure(Measure measure) {
        to.measure(measure);
    }

    @Override
    public void operation(Operation operation) {
        to.operation(operation);
    }

    @Override
    public void attribution(String part, double nanos) {
        to.attribution(part, nanos);
    }

    @Override
    public void bound(Bound bound) {
        to.bound(bound);
    }

    @Override
    public void span(String track, String name, long startNanos, long endNanos) {
        to.span(track, name, startNanos, endNanos);
    }

    @Override
    public void note(Note note) {
        to.note(note);
    }
}
