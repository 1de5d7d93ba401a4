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
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;

/**
 * Two measures of every column at every point of the grid, and which of them no other beats in both.
 *
 * @param dots in the order of the runs
 */
public record ParetoFront(Axis x, Axis y, List<Dot> dots) {
    public ParetoFront {
        dots = List.copyOf(dots);
    }

    /** A measure and which of its values are the better ones. */
    public record Axis(MetricCall metric, Better better, Dimension dimension, Scale scale) {}

    /**
     * One column at one point.
     *
     * @param onFront whether no other dot is at least as good in both measures and better in one
     */
    public record Dot(String column, Map<String, String> point, Estimate x, Estimate y, boolean onFront) {
        public Dot {
            point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        }
    }

    /**
     * The fronts of the first measure that has a better side against others whose better side is the opposite one: what one
     * gains against what one pays. One per name of a metric, in the order of the experiment.
     *
     * @param most number of fronts at most
     * @return none where there are no two such measures or fewer than two dots
     */
    public static List<ParetoFront> of(ExperimentProfile profile, int most) {
        Map<String, Measure> ranked = new LinkedHashMap<>();
        for (MetricCall metric : profile.measures()) {
            profile.runs().stream()
                    .flatMap(run -> run.measure(metric).stream())
                    .filter(measure -> measure.better() != Better.NEITHER)
                    .findFirst()
                    .ifPresent(measure -> ranked.putIfAbsent(metric.name(), measure));
        }
        if (ranked.isEmpty()) {
            return List.of();
        }
        Measure first = ranked.values().iterator().next();
        return ranked.values().stream()
                .filter(measure -> measure.better() != first.better())
                .map(paid -> of(profile, paid, first))
                .filter(front -> front.dots().size() > 1)
                .limit(most)
                .toList();
    }

    /**
     * The front of two measures.
     *
     * @param x a measure of any run, for its metric, unit and better side
     */
    public static ParetoFront of(ExperimentProfile profile, Measure x, Measure y) {
        List<Dot> dots = new ArrayList<>();
        for (String column : profile.columns()) {
            for (Map<String, String> point : profile.points()) {
                Estimate atX = profile.estimate(column, point, x.metric());
                Estimate atY = profile.estimate(column, point, y.metric());
                if (Double.isFinite(atX.mean()) && Double.isFinite(atY.mean())) {
                    dots.add(new Dot(column, point, atX, atY, false));
                }
            }
        }
        List<Dot> judged = dots.stream()
                .map(dot -> new Dot(
                        dot.column(),
                        dot.point(),
                        dot.x(),
                        dot.y(),
                        dots.stream().noneMatch(other -> beats(other, dot, x.better(), y.better()))))
                .toList();
        return new ParetoFront(
                axis(x, dots.stream().map(Dot::x).toList()),
                axis(y, dots.stream().map(Dot::y).toList()),
                judged);
    }

    private static Axis axis(Measure measure, List<Estimate> estimates) {
        return new Axis(
                measure.metric(),
                measure.better(),
                measure.dimension(),
                Scale.of(measure.dimension(), measure.unit(), estimates.stream().mapToDouble(Estimate::mean)));
    }

    private static boolean beats(Dot a, Dot b, Better x, Better y) {
        int inX = compare(a.x().mean(), b.x().mean(), x);
        int inY = compare(a.y().mean(), b.y().mean(), y);
        return inX >= 0 && inY >= 0 && inX + inY > 0;
    }

    /** Positive where a is the better one. */
    private static int compare(double a, double b, Better better) {
        return switch (better) {
            case HIGHER -> Double.compare(a, b);
            case LOWER -> Double.compare(b, a);
            case NEITHER -> 0;
        };
    }
}
