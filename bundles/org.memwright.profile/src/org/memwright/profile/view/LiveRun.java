/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.profile.Ceiling;
import org.memwright.runtime.ForwardingSink;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/**
 * A run that goes on: passes everything on to its recorder and remembers the newest sample of every series, so that a view can
 * ask for the present {@link Frame} as often as it draws.
 *
 * <p>Told by the thread of the run; asked by one other thread. Cost: a few stores for a sample.
 */
public final class LiveRun extends ForwardingSink {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String column;
    private final String hardware;
    private final String memory;
    private final Map<String, String> point = new LinkedHashMap<>();
    private final List<Ceiling> ceilings;
    private volatile Newest[] series = new Newest[0];
    private volatile long nanos;
    private volatile double done;

    /** The newest sample of a series, and what the one who asks knew before. */
    private static final class Newest {
        final Series declared;
        final Unit unit;
        double value; // written before nanos, read after it
        volatile long nanos;
        double seenValue;
        long seenNanos;
        double shown;
        double greatest;

        Newest(Series declared) {
            this.declared = declared;
            this.unit = Units.find(declared.unit()).orElse(Unit.NONE);
        }
    }

    /**
     * Watches a run.
     *
     * @param recorder what records it
     */
    public LiveRun(RunPlan plan, RunSink recorder) {
        super(recorder);
        this.column = plan.column();
        this.hardware = plan.machine().name();
        this.memory = plan.memory().name();
        plan.point().forEach((axis, value) -> point.put(axis, value.toString()));
        this.ceilings = Ceiling.of(plan);
    }

    @Override
    public void progress(double share, long at) {
        super.progress(share, at);
        done = share;
        nanos = at;
    }

    @Override
    public int series(Series declared) {
        int number = super.series(declared);
        Newest[] more = Arrays.copyOf(series, Math.max(series.length, number + 1));
        more[number] = new Newest(declared);
        series = more;
        return number;
    }

    @Override
    public void sample(int number, long at, double value) {
        super.sample(number, at, value);
        Newest newest = series[number];
        newest.value = value;
        newest.nanos = at;
    }

    /** Share of the work done, 0 to 1. */
    public double done() {
        return done;
    }

    /** The present moment; traffic is averaged over the time since the last call. */
    public Frame frame() {
        List<Frame.Gauge> gauges = new ArrayList<>();
        for (@Nullable Newest newest : series) {
            if (newest != null) {
                gauges.add(gauge(newest));
            }
        }
        gauges.sort(Comparator.comparing(Frame.Gauge::kind));
        return new Frame(column, hardware, memory, point, nanos, gauges);
    }

    private Frame.Gauge gauge(Newest newest) {
        Series declared = newest.declared;
        double factor = newest.unit.factor();
        long at = newest.nanos;
        double value = newest.value;
        double limit = declared.limit() * factor;
        Dimension dimension = newest.unit.dimension();
        if (declared.kind().isTotal()) {
            dimension = dimension.dividedBy(Dimension.TIME);
            if (declared.kind() == SeriesKind.TIER_TRAFFIC) {
                limit = Frame.bandwidth(ceilings, declared.of());
            }
            if (at > newest.seenNanos) {
                double moved = (value - newest.seenValue) * factor;
                newest.shown = moved / (at - newest.seenNanos) * NANOS_PER_SECOND;
                newest.seenNanos = at;
                newest.seenValue = value;
            }
        } else {
            newest.shown = value * factor;
        }
        newest.greatest = Math.max(newest.greatest, newest.shown);
        double full = Double.isNaN(limit) ? newest.greatest : limit;
        return new Frame.Gauge(declared.kind(), declared.of(), newest.shown, dimension, limit, full);
    }
}
