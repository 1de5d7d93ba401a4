/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.memwright.profile.Ceiling;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.TimeSeries;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;

/**
 * What a tier, store, link or queue held or moved over the time of the run, a line per column.
 *
 * <p>Units: seconds of simulated time; occupancy in bytes; traffic in bytes per second, the mean of a window.
 *
 * @param of name of the tier, store, link or queue
 * @param limit the most it can be: a capacity or bandwidth; NaN where there is none
 * @param endSeconds end of the longest run
 */
public record Timeline(
        SeriesKind kind, String of, Dimension dimension, double limit, double endSeconds, List<Line> lines) {

    private static final double NANOS_PER_SECOND = 1e9;

    public Timeline {
        lines = List.copyOf(lines);
    }

    /**
     * One column.
     *
     * @param mean over the time of its run
     * @param peak the greatest value; of traffic, that of a window
     */
    public record Line(String column, double mean, double peak, List<Window> windows) {
        public Line {
            windows = List.copyOf(windows);
        }
    }

    /** A stretch of time: the least, mean and greatest value in it. */
    public record Window(double startSeconds, double endSeconds, double least, double mean, double greatest) {}

    /** Whether it shows what a total rose by in a second, such as bytes moved, not what was held. */
    public boolean isTraffic() {
        return kind.isTotal();
    }

    /**
     * The timelines at a point of the grid, by kind and in the order of their report.
     *
     * @param windows number of windows that the longest run is cut into, at least 1
     */
    public static List<Timeline> of(ExperimentProfile profile, Map<String, String> point, int windows) {
        List<RunProfile> runs = profile.columns().stream()
                .flatMap(column -> profile.shown(column, point).stream())
                .toList();
        long end = runs.stream().mapToLong(RunProfile::endNanos).max().orElse(0);
        List<Timeline> timelines = new ArrayList<>();
        for (SeriesKind kind : SeriesKind.values()) {
            Map<String, List<Sampled>> byName = new LinkedHashMap<>();
            for (RunProfile run : runs) {
                Map<String, List<TimeSeries>> ofRun = new LinkedHashMap<>();
                run.series().stream()
                        .filter(series -> series.kind() == kind)
                        .forEach(series -> ofRun.computeIfAbsent(series.of(), of -> new ArrayList<>())
                                .add(series));
                ofRun.forEach((of, series) ->
                        byName.computeIfAbsent(of, n -> new ArrayList<>()).add(new Sampled(run, series)));
            }
            byName.forEach((of, sampled) -> timelines.add(timeline(kind, of, sampled, end, windows)));
        }
        return timelines;
    }

    /** The series of one name in one run: one, or one per device. */
    private record Sampled(RunProfile run, List<TimeSeries> series) {}

    private static Timeline timeline(SeriesKind kind, String of, List<Sampled> sampled, long end, int windows) {
        Dimension dimension = sampled.getFirst().series().getFirst().dimension();
        double limit = sampled.stream()
                .mapToDouble(s -> sum(s.series(), TimeSeries::limit))
                .filter(most -> !Double.isNaN(most))
                .max()
                .orElse(Double.NaN);
        boolean traffic = kind.isTotal();
        if (kind == SeriesKind.TIER_TRAFFIC) {
            limit = sampled.stream()
                    .flatMap(s -> s.run().ceilings().stream())
                    .filter(c -> c.kind() == Ceiling.Kind.BANDWIDTH && c.name().equals(of))
                    .mapToDouble(Ceiling::perSecond)
                    .max()
                    .orElse(Double.NaN);
        }
        return new Timeline(
                kind,
                of,
                traffic ? dimension.dividedBy(Dimension.TIME) : dimension,
                limit,
                end / NANOS_PER_SECOND,
                sampled.stream()
                        .map(s -> line(s.run(), s.series(), end, windows))
                        .toList());
    }

    private static double sum(List<TimeSeries> series, ToDoubleFunction<TimeSeries> figure) {
        return series.stream().mapToDouble(figure).sum();
    }

    /** Series of one name, of several devices, add up. */
    private static Line line(RunProfile run, List<TimeSeries> series, long end, int windows) {
        SeriesKind kind = series.getFirst().kind();
        boolean traffic = kind.isTotal();
        List<Window> cut = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            // Rounded down, so that windows touch and the last one ends with the run.
            long from = (long) ((double) end * i / windows);
            long to = Math.min((long) ((double) end * (i + 1) / windows), run.endNanos());
            if (to > from) {
                cut.add(traffic ? moved(series, from, to) : held(series, from, to));
            }
        }
        double peak = traffic
                ? cut.stream().mapToDouble(Window::mean).max().orElse(Double.NaN)
                : sum(series, TimeSeries::peak);
        double seconds = run.endNanos() / NANOS_PER_SECOND;
        double mean = traffic ? sum(series, s -> s.at(run.endNanos())) / seconds : sum(series, TimeSeries::mean);
        return new Line(run.column(), mean, peak, cut);
    }

    private static Window moved(List<TimeSeries> series, long from, long to) {
        double seconds = (to - from) / NANOS_PER_SECOND;
        double rate = sum(series, s -> s.grownAt(to) - s.grownAt(from)) / seconds;
        return new Window(from / NANOS_PER_SECOND, to / NANOS_PER_SECOND, rate, rate, rate);
    }

    private static Window held(List<TimeSeries> series, long from, long to) {
        double least = 0;
        double mean = 0;
        double greatest = 0;
        for (TimeSeries s : series) {
            double value = s.at(from);
            double low = value;
            double high = value;
            double integral = 0;
            long since = from;
            for (int i = s.lastNotAfter(from) + 1; i < s.size() && s.nanos(i) < to; i++) {
                integral += value * (s.nanos(i) - since);
                since = s.nanos(i);
                value = s.value(i);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            integral += value * (to - since);
            least += low;
            mean += integral / (to - from);
            greatest += high;
        }
        return new Window(from / NANOS_PER_SECOND, to / NANOS_PER_SECOND, least, mean, greatest);
    }
}
