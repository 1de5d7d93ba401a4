/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;

/**
 * What one run left behind.
 *
 * @param column name of the column of the comparison
 * @param point values by axis of {@code vary}, as the file shows them
 * @param message why the run failed; empty where it did not
 * @param endNanos simulated time at which the last thing happened
 * @param attribution nanoseconds by part, in the order of their first report; they add up to the makespan
 * @param bound null where the engine reported none
 */
public record RunProfile(
        String column,
        Map<String, String> point,
        long seed,
        RunSetup setup,
        Outcome outcome,
        String message,
        long endNanos,
        List<Measure> measures,
        List<TimeSeries> series,
        List<Distribution> distributions,
        List<RunSink.Operation> operations,
        List<Ceiling> ceilings,
        Map<String, Double> attribution,
        @Nullable Bound bound,
        Spans spans,
        List<RunSink.Note> notes) {

    public RunProfile {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        measures = List.copyOf(measures);
        series = List.copyOf(series);
        distributions = List.copyOf(distributions);
        operations = List.copyOf(operations);
        ceilings = List.copyOf(ceilings);
        attribution = Collections.unmodifiableMap(new LinkedHashMap<>(attribution));
        notes = List.copyOf(notes);
    }

    /** How a run ended. */
    public enum Outcome {
        /** To its end. */
        DONE,
        /** It was stopped; what it measured until then is here. */
        PARTIAL,
        /** It could not go on; {@link RunProfile#message} says why. */
        FAILED,
        /** It was stopped before it began. */
        SKIPPED
    }

    /** A run that was stopped before it began. */
    static RunProfile skipped(RunPlan plan) {
        return new RunProfile(
                plan.column(),
                pointOf(plan),
                plan.seed(),
                RunSetup.of(plan),
                Outcome.SKIPPED,
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Ceiling.of(plan),
                Map.of(),
                null,
                Spans.NONE,
                List.of());
    }

    /** The point of a plan, as the file shows it. */
    static Map<String, String> pointOf(RunPlan plan) {
        Map<String, String> point = new LinkedHashMap<>();
        plan.point().forEach((axis, value) -> point.put(axis, value.toString()));
        return point;
    }

    /** The same run under another column. */
    RunProfile withColumn(String other) {
        return new RunProfile(
                other,
                point,
                seed,
                setup,
                outcome,
                message,
                endNanos,
                measures,
                series,
                distributions,
                operations,
                ceilings,
                attribution,
                bound,
                spans,
                notes);
    }

    /** What was measured, or empty where the run did not get that far. */
    public Optional<Measure> measure(MetricCall metric) {
        return measures.stream().filter(m -> m.metric().equals(metric)).findFirst();
    }

    public Optional<Distribution> distribution(String name) {
        return distributions.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** Whether the measures are of the whole run. */
    public boolean isComplete() {
        return outcome == Outcome.DONE;
    }
}
