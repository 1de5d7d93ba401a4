/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;

/**
 * Collects what one run reports and makes its {@link RunProfile}.
 *
 * <p>State: a bounded number of samples per series, see {@link SampleBuffer}, and of spans; everything else is kept.
 */
public final class RunRecorder implements RunSink {
    /** Spans kept at most: what a viewer of traces still opens, and about 30 MB. */
    static final int MOST_SPANS = 1 << 20;

    /** Smaller steps of progress are not passed on. */
    private static final double PROGRESS_STEP = 0.001;

    private final RunPlan plan;
    private final BooleanSupplier cancelled;
    private final Progress progress;
    private final List<Series> declared = new ArrayList<>();
    private final List<SampleBuffer> samples = new ArrayList<>();
    private final List<org.memwright.profile.Distribution> distributions = new ArrayList<>();
    private final Map<MetricCall, Measure> measures = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Double> attribution = new LinkedHashMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private final Spans.Collector spans = new Spans.Collector();
    private long spansLeftOut;
    private @Nullable Bound bound;
    private boolean stopped;
    private double shown = -1;
    private long endNanos;

    /** Records a run that nobody stops. */
    public RunRecorder(RunPlan plan) {
        this(plan, () -> false, (done, nanos) -> {});
    }

    /**
     * Records a run that may be stopped and watched.
     *
     * @param cancelled whether someone asked the run to stop
     * @param progress told of every thousandth of the work
     */
    public RunRecorder(RunPlan plan, BooleanSupplier cancelled, Progress progress) {
        this.plan = plan;
        this.cancelled = cancelled;
        this.progress = progress;
        plan.defaults().forEach(text -> notes.add(new Note(NoteKind.DEFAULT, text)));
    }

    /** Hears how far a run is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Hears of a step.
         *
         * @param done share of the work, 0 to 1
         * @param nanos simulated time
         */
        void progressed(double done, long nanos);
    }

    @Override
    public boolean cancelled() {
        stopped |= cancelled.getAsBoolean();
        return stopped;
    }

    @Override
    public void progress(double done, long nanos) {
        endNanos = Math.max(endNanos, nanos);
        if (done - shown >= PROGRESS_STEP || (done >= 1 && shown < 1)) {
            shown = done;
            progress.progressed(done, nanos);
        }
    }

    @Override
    public int series(Series series) {
        declared.add(series);
        samples.add(new SampleBuffer(series.kind().isTotal()));
        return declared.size() - 1;
    }

    @Override
    public void sample(int series, long nanos, double value) {
        samples.get(series).add(nanos, value);
        endNanos = Math.max(endNanos, nanos);
    }

    @Override
    public void distribution(Distribution distribution) {
        distributions.add(org.memwright.profile.Distribution.of(distribution));
    }

    @Override
    public void measure(Measure measure) {
        if (measures.putIfAbsent(measure.metric(), measure) != null) {
            throw new IllegalArgumentException("measure " + measure.metric() + " is reported twice, must be once");
        }
    }

    @Override
    public void operation(Operation operation) {
        operations.add(operation);
    }

    @Override
    public void attribution(String part, double nanos) {
        attribution.merge(part, nanos, Double::sum);
    }

    @Override
    public void bound(Bound bound) {
        this.bound = bound;
    }

    @Override
    public void span(String track, String name, long startNanos, long endNanos) {
        if (spans.size() < MOST_SPANS) {
            spans.add(track, name, startNanos, endNanos);
        } else {
            spansLeftOut++;
        }
        this.endNanos = Math.max(this.endNanos, endNanos);
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    /** The profile of a run that its engine has returned from; partial if the engine was told to stop. */
    public RunProfile finished() {
        if (stopped) {
            note(new Note(NoteKind.WARNING, "The run was stopped; its figures cover the part until then."));
            return profile(RunProfile.Outcome.PARTIAL, "");
        }
        return profile(RunProfile.Outcome.DONE, "");
    }

    /** The profile of a run that could not go on. */
    public RunProfile failed(String message) {
        return profile(RunProfile.Outcome.FAILED, message);
    }

    private RunProfile profile(RunProfile.Outcome outcome, String message) {
        if (spansLeftOut > 0) {
            note(new Note(
                    NoteKind.WARNING,
                    "The trace keeps the first " + MOST_SPANS + " spans; " + spansLeftOut + " more are left out."));
        }
        List<TimeSeries> series = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            series.add(TimeSeries.of(declared.get(i), samples.get(i), endNanos));
        }
        return new RunProfile(
                plan.column(),
                RunProfile.pointOf(plan),
                plan.seed(),
                RunSetup.of(plan),
                outcome,
                message,
                endNanos,
                List.copyOf(measures.values()),
                series,
                distributions,
                operations,
                Ceiling.of(plan),
                attribution,
                bound,
                spans.spans(),
                List.copyOf(notes));
    }
}
