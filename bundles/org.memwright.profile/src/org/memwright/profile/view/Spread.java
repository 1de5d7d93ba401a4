/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.profile.Distribution;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.units.Dimension;

/**
 * How a figure of the requests is spread: its cumulative distribution, a curve per column.
 *
 * @param name such as {@code ttft}
 */
public record Spread(String name, Dimension dimension, List<Curve> curves) {
    /** The percentiles that a table shows beside the curve. */
    public static final List<Double> HEADLINES = List.of(50.0, 90.0, 95.0, 99.0, 100.0);

    /** Up to so many requests every one is a point of the curve. */
    private static final int EVERY = 200;

    public Spread {
        curves = List.copyOf(curves);
    }

    /**
     * One column.
     *
     * @param count requests that have a value
     * @param missing requests that have none
     * @param headlines values at {@link Spread#HEADLINES}
     * @param points ascending
     */
    public record Curve(
            String column, int count, int missing, double mean, List<Double> headlines, List<Point> points) {
        public Curve {
            headlines = List.copyOf(headlines);
            points = List.copyOf(points);
        }
    }

    /** A value and the percent of requests that are not above it. */
    public record Point(double value, double percent) {}

    /** The distributions at a point of the grid, in the order of their report. */
    public static List<Spread> of(ExperimentProfile profile, Map<String, String> point) {
        Map<String, List<Curve>> curves = new LinkedHashMap<>();
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (String column : profile.columns()) {
            List<Distribution> distributions =
                    profile.shown(column, point).map(RunProfile::distributions).orElse(List.of());
            for (Distribution distribution : distributions) {
                dimensions.putIfAbsent(distribution.name(), distribution.dimension());
                if (distribution.count() > 0) {
                    curves.computeIfAbsent(distribution.name(), n -> new ArrayList<>())
                            .add(curve(column, distribution));
                }
            }
        }
        List<Spread> spreads = new ArrayList<>();
        curves.forEach(
                (name, lines) -> spreads.add(new Spread(name, dimensions.getOrDefault(name, Dimension.NUMBER), lines)));
        return spreads;
    }

    private static Curve curve(String column, Distribution distribution) {
        List<Point> points = new ArrayList<>();
        int count = distribution.count();
        if (count <= EVERY) {
            for (int rank = 0; rank < count; rank++) {
                points.add(new Point(distribution.ranked(rank), count == 1 ? 100 : 100.0 * rank / (count - 1)));
            }
        } else {
            for (int half = 0; half < 198; half++) {
                add(points, distribution, half / 2.0);
            }
            for (int tenth = 990; tenth <= 1000; tenth++) {
                add(points, distribution, tenth / 10.0);
            }
        }
        return new Curve(
                column,
                count,
                distribution.size() - count,
                distribution.mean(),
                HEADLINES.stream().map(distribution::percentile).toList(),
                points);
    }

    private static void add(List<Point> points, Distribution distribution, double percent) {
        points.add(new Point(distribution.percentile(percent), percent));
    }
}
