/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.Verdict;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;

/**
 * The comparison: measures of every column, at every point of the grid.
 *
 * @param sections one per point of the grid
 */
public record ComparisonTable(List<String> columns, List<Section> sections) {
    public ComparisonTable {
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
    }

    /**
     * One point of the grid.
     *
     * @param point values by axis; empty without {@code vary}
     * @param verdicts on the expectations that pick this point
     */
    public record Section(Map<String, String> point, List<Row> rows, List<Verdict> verdicts) {
        public Section {
            point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
            rows = List.copyOf(rows);
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * One measure of every column.
     *
     * @param scale the unit and decimals that all its cells are written in
     */
    public record Row(MetricCall metric, Better better, Dimension dimension, Scale scale, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One measure of one column.
     *
     * @param text the figure without its unit; over several seeds with the interval of their mean: {@code 12.30 ± 0.20}; of
     *     one seed with the interval by the error of measurements, where it is known: {@code 12.30 (12.01 to 12.58)}; {@code stopped},
     *     {@code failed}, {@code not run} or {@code n/a} where there is none
     * @param best whether it is the best of its row; over seeds, whether it is not told from the best
     * @param factor the figure divided by that of the first column; NaN where there is none
     * @param bound the best value that the hardware allows for the same work; NaN where there is none
     * @param explanation of the figure of the first seed; null where there is none
     */
    public record Cell(
            String column,
            Estimate estimate,
            String text,
            boolean best,
            double factor,
            double bound,
            @Nullable Explanation explanation) {}

    /** The measures that the experiment asks for; all where it asks for none. */
    public static ComparisonTable of(ExperimentProfile profile) {
        List<MetricCall> asked = profile.measures();
        return of(profile, asked.isEmpty() ? all(profile) : asked);
    }

    /** The measures that were reported without being asked for. */
    public static ComparisonTable ofTheRest(ExperimentProfile profile) {
        if (profile.measures().isEmpty()) {
            return of(profile, List.of());
        }
        List<MetricCall> rest = new ArrayList<>(all(profile));
        rest.removeAll(profile.measures());
        return of(profile, rest);
    }

    private static List<MetricCall> all(ExperimentProfile profile) {
        Set<MetricCall> all = new LinkedHashSet<>();
        profile.runs().forEach(run -> run.measures().forEach(m -> all.add(m.metric())));
        return List.copyOf(all);
    }

    private static ComparisonTable of(ExperimentProfile profile, List<MetricCall> metrics) {
        List<Section> sections = new ArrayList<>();
        for (Map<String, String> point : profile.points()) {
            List<Row> rows =
                    metrics.stream().map(metric -> row(profile, point, metric)).toList();
            List<Verdict> verdicts = profile.verdicts().stream()
                    .filter(v -> v.point().equals(point))
                    .toList();
            sections.add(new Section(point, rows, verdicts));
        }
        return new ComparisonTable(profile.columns(), sections);
    }

    private static Row row(ExperimentProfile profile, Map<String, String> point, MetricCall metric) {
        List<List<RunProfile>> runs = profile.columns().stream()
                .map(column -> profile.runs(column, point))
                .toList();
        List<Measure> known = runs.stream()
                .flatMap(List::stream)
                .flatMap(run -> run.measure(metric).stream())
                .toList();
        Better better = known.isEmpty() ? Better.NEITHER : known.getFirst().better();
        Dimension dimension =
                known.isEmpty() ? Dimension.NUMBER : known.getFirst().dimension();
        String unit = known.isEmpty() ? "" : known.getFirst().unit();
        List<Estimate> estimates = profile.columns().stream()
                .map(column -> profile.estimate(column, point, metric))
                .toList();
        Scale scale = Scale.of(dimension, unit, estimates.stream().mapToDouble(Estimate::mean));
        List<Boolean> best = best(better, estimates, runs, metric);
        double first = estimates.isEmpty() ? Double.NaN : estimates.getFirst().mean();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            Estimate estimate = estimates.get(i);
            Measure measure = runs.get(i).stream()
                    .filter(RunProfile::isComplete)
                    .flatMap(run -> run.measure(metric).stream())
                    .findFirst()
                    .orElse(null);
            cells.add(new Cell(
                    profile.columns().get(i),
                    estimate,
                    text(estimate, measure, scale, runs.get(i)),
                    best.get(i),
                    first == 0 ? Double.NaN : estimate.mean() / first,
                    measure == null ? Double.NaN : measure.bound(),
                    measure == null ? null : measure.explanation()));
        }
        return new Row(metric, better, dimension, scale, cells);
    }

    /** Which means are the best one or, over seeds, not told from it; none where that is all of them. */
    private static List<Boolean> best(
            Better better, List<Estimate> estimates, List<List<RunProfile>> runs, MetricCall metric) {
        int first = -1;
        for (int i = 0; i < estimates.size(); i++) {
            double mean = estimates.get(i).mean();
            boolean isBetter = first < 0
                    || (better == Better.HIGHER
                            ? mean > estimates.get(first).mean()
                            : mean < estimates.get(first).mean());
            if (!Double.isNaN(mean) && isBetter) {
                first = i;
            }
        }
        List<Boolean> best = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            best.add(first >= 0 && estimates.get(i).count() > 0 && isAsGood(i, first, estimates, runs, metric));
        }
        long known = estimates.stream().filter(e -> e.count() > 0).count();
        boolean told = best.stream().filter(each -> each).count() < known;
        return told && better != Better.NEITHER ? best : Collections.nCopies(best.size(), false);
    }

    /** Whether the interval of the difference, seed by seed, holds zero; without an interval, whether both are equal. */
    private static boolean isAsGood(
            int one, int best, List<Estimate> estimates, List<List<RunProfile>> runs, MetricCall metric) {
        if (estimates.get(one).mean() == estimates.get(best).mean()) {
            return true;
        }
        List<Double> differences = new ArrayList<>();
        for (RunProfile run : runs.get(one)) {
            runs.get(best).stream()
                    .filter(other -> other.seed() == run.seed() && other.isComplete() && run.isComplete())
                    .findFirst()
                    .ifPresent(other -> differences.add(value(run, metric) - value(other, metric)));
        }
        Estimate difference = Estimate.of(
                differences.stream().mapToDouble(Double::doubleValue).toArray());
        return difference.hasInterval() && difference.low() <= 0 && difference.high() >= 0;
    }

    private static double value(RunProfile run, MetricCall metric) {
        return run.measure(metric).map(Measure::value).orElse(Double.NaN);
    }

    private static String text(Estimate estimate, @Nullable Measure measure, Scale scale, List<RunProfile> runs) {
        if (estimate.count() > 0) {
            String mean = scale.number(estimate.mean());
            if (estimate.count() == 1 && measure != null && measure.interval().isKnown()) {
                String low = scale.number(measure.interval().low());
                String high = scale.number(measure.interval().high());
                return low.equals(high) ? mean : mean + " (" + low + " to " + high + ")";
            }
            return estimate.hasInterval() ? mean + " \u00b1 " + scale.number(estimate.halfWidth()) : mean;
        }
        if (runs.stream().anyMatch(RunProfile::isComplete)) {
            return "n/a";
        }
        if (runs.stream().anyMatch(run -> run.outcome() == RunProfile.Outcome.FAILED)) {
            return "failed";
        }
        return runs.stream().anyMatch(run -> run.outcome() == RunProfile.Outcome.PARTIAL) ? "stopped" : "not run";
    }
}
