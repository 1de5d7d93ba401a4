/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.profile.Ceiling;
import org.memwright.profile.RunProfile;
import org.memwright.profile.RunSetup;
import org.memwright.profile.TimeSeries;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * One moment of a run: what every tier and store holds, what every tier and link moves, what power is drawn, how many requests
 * are in which state.
 *
 * @param hardware qualified name of what the run's design runs on
 * @param memory qualified name of the run's design
 * @param nanos simulated time
 * @param gauges by kind and in the order of their report
 */
public record Frame(
        String column, String hardware, String memory, Map<String, String> point, long nanos, List<Gauge> gauges) {
    private static final double NANOS_PER_SECOND = 1e9;

    public Frame {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        gauges = List.copyOf(gauges);
    }

    /**
     * One figure of the moment.
     *
     * @param of name of the tier, store, link or queue
     * @param value bytes, bytes per second, watts or requests
     * @param limit the most it can be: a capacity or bandwidth; NaN where there is none
     * @param full what a full gauge stands for: the limit or, without one, the greatest value of the run
     */
    public record Gauge(SeriesKind kind, String of, double value, Dimension dimension, double limit, double full) {
        /** How full the gauge is, 0 to 1. */
        public double share() {
            return full > 0 ? Math.clamp(value / full, 0, 1) : 0;
        }

        /** Whether it shows what is moved, not what is held. */
        public boolean isTraffic() {
            return kind.isTotal();
        }

        /** Such as {@code 61.2 GiB of 80 GiB} or {@code 1.21 TB/s}. */
        public String text() {
            String now = Format.of(value, dimension);
            return Double.isNaN(limit) ? now : now + " of " + Format.of(limit, dimension);
        }
    }

    /**
     * A moment of a finished run.
     *
     * @param nanos simulated time, 0 to the end of the run
     * @param windowNanos over so much time until then traffic is averaged, at least 1
     */
    public static Frame at(RunProfile run, long nanos, long windowNanos) {
        Map<String, List<TimeSeries>> byName = new LinkedHashMap<>();
        for (SeriesKind kind : SeriesKind.values()) {
            for (TimeSeries series : run.series()) {
                if (series.kind() == kind) {
                    byName.computeIfAbsent(kind + " " + series.of(), name -> new ArrayList<>())
                            .add(series);
                }
            }
        }
        long from = Math.max(0, nanos - Math.max(1, windowNanos));
        List<Gauge> gauges = new ArrayList<>();
        // Series of one name, of several devices, add up.
        byName.values().forEach(series -> gauges.add(gauge(run, series, from, Math.max(nanos, from + 1))));
        RunSetup setup = run.setup();
        return new Frame(run.column(), setup.hardware(), setup.memory(), run.point(), nanos, gauges);
    }

    private static Gauge gauge(RunProfile run, List<TimeSeries> series, long from, long to) {
        TimeSeries first = series.getFirst();
        SeriesKind kind = first.kind();
        double limit = series.stream().mapToDouble(TimeSeries::limit).sum();
        if (!kind.isTotal()) {
            double peak = series.stream().mapToDouble(TimeSeries::peak).sum();
            double held = series.stream().mapToDouble(s -> s.at(to)).sum();
            return new Gauge(kind, first.of(), held, first.dimension(), limit, Double.isNaN(limit) ? peak : limit);
        }
        double seconds = (to - from) / NANOS_PER_SECOND;
        double rate = series.stream()
                        .mapToDouble(s -> s.grownAt(to) - s.grownAt(from))
                        .sum()
                / seconds;
        double most = kind == SeriesKind.TIER_TRAFFIC ? bandwidth(run.ceilings(), first.of()) : limit;
        double mean = series.stream().mapToDouble(s -> s.at(run.endNanos())).sum()
                / Math.max(1, run.endNanos())
                * NANOS_PER_SECOND;
        Dimension perSecond = first.dimension().dividedBy(Dimension.TIME);
        return new Gauge(kind, first.of(), rate, perSecond, most, Double.isNaN(most) ? 2 * mean : most);
    }

    /** What a tier can move; NaN where the hardware does not say. */
    static double bandwidth(List<Ceiling> ceilings, String tier) {
        return ceilings.stream()
                .filter(c -> c.kind() == Ceiling.Kind.BANDWIDTH && c.name().equals(tier))
                .mapToDouble(Ceiling::perSecond)
                .max()
                .orElse(Double.NaN);
    }
}
