/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;

/**
 * What an experiment left behind: its runs in the order of the plan, and the verdict on every expectation.
 *
 * @param name qualified name of the experiment
 * @param doc first sentence of the comment above it; empty where there is none
 * @param columns names of the compared memories, in order
 * @param axes values by axis of {@code vary}, as the file shows them
 * @param seeds number of seeds that each point is repeated with
 * @param measures what the comparison shows, in order
 * @param runs columns x grid x seeds, the column changing slowest and the seed fastest
 * @param position where it is declared; the name of the file without its folders, so that a profile is the same on every
 *     machine
 */
public record ExperimentProfile(
        String name,
        String doc,
        String hardware,
        String model,
        String workload,
        List<String> columns,
        Map<String, List<String>> axes,
        int seeds,
        List<MetricCall> measures,
        List<RunProfile> runs,
        List<Verdict> verdicts,
        SourcePosition position) {

    public ExperimentProfile {
        columns = List.copyOf(columns);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        axes.forEach((axis, values) -> copy.put(axis, List.copyOf(values)));
        axes = Collections.unmodifiableMap(copy);
        measures = List.copyOf(measures);
        runs = List.copyOf(runs);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The profile of an experiment of which some runs are done: verdicts that need the others are undecided.
     *
     * @param runs in the order of the plan
     */
    public static ExperimentProfile of(ExperimentPlan plan, List<RunProfile> runs) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        plan.axes()
                .forEach((axis, values) ->
                        axes.put(axis, values.stream().map(Value::toString).toList()));
        Set<Map<String, String>> points = new LinkedHashSet<>();
        Set<Long> seeds = new LinkedHashSet<>();
        for (RunPlan run : plan.runs()) {
            points.add(RunProfile.pointOf(run));
            seeds.add(run.seed());
        }
        var judge = new Judge(runs);
        List<Verdict> verdicts = new ArrayList<>();
        for (ExpectationPlan expectation : plan.expectations()) {
            for (Map<String, String> point : points) {
                if (Judge.picks(expectation, point)) {
                    verdicts.add(judge.judge(expectation, point, List.copyOf(seeds)));
                }
            }
        }
        return new ExperimentProfile(
                plan.name(),
                plan.doc(),
                plan.hardware(),
                plan.model(),
                plan.workload(),
                plan.columns(),
                axes,
                plan.seeds(),
                plan.measures(),
                runs,
                verdicts,
                withoutFolders(plan.position()));
    }

    static SourcePosition withoutFolders(SourcePosition position) {
        String file = position.file();
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return new SourcePosition(file.substring(slash + 1), position.line(), position.column());
    }

    /** The points of the grid, in order; one empty point without {@code vary}. */
    public List<Map<String, String>> points() {
        Set<Map<String, String>> points = new LinkedHashSet<>();
        runs.forEach(run -> points.add(run.point()));
        return List.copyOf(points);
    }

    /** The runs of a column at a point, by seed. */
    public List<RunProfile> runs(String column, Map<String, String> point) {
        return runs.stream()
                .filter(run -> run.column().equals(column) && run.point().equals(point))
                .toList();
    }

    /** The run of a column at a point whose charts are shown: of the first seed that has something to show. */
    public Optional<RunProfile> shown(String column, Map<String, String> point) {
        List<RunProfile> candidates = runs(column, point);
        return candidates.stream()
                .filter(RunProfile::isComplete)
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(run -> run.outcome() == RunProfile.Outcome.PARTIAL)
                        .findFirst());
    }

    /** A measure over the seeds of the runs that came to their end. */
    public Estimate estimate(String column, Map<String, String> point, MetricCall metric) {
        double[] values = runs(column, point).stream()
                .filter(RunProfile::isComplete)
                .flatMap(run -> run.measure(metric).stream())
                .mapToDouble(Measure::value)
                .toArray();
        return Estimate.of(values);
    }

    /** Whether every run came to its end. */
    public boolean isComplete() {
        return runs.stream().allMatch(RunProfile::isComplete);
    }

    /** Whether an expectation failed. */
    public boolean hasFailedVerdict() {
        return verdicts.stream().anyMatch(v -> v.outcome() == Verdict.Outcome.FAILED);
    }

    /** How a point is written: {@code batch 8, budget 10%}; empty without {@code vary}. */
    public static String label(Map<String, String> point) {
        return String.join(
                ", ",
                point.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
    }
}
