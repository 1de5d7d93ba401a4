/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.Measure;
import org.memwright.units.Dimension;

/**
 * What the mean of a metric of requests went to, such as queueing, reading weights and transfers: the parts add up to it.
 *
 * @param metric name of the metric, such as {@code ttft}
 * @param attribution a bar per column
 */
public record TimeSplits(String metric, TimeAttribution attribution) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double ROUNDING = 1e-6;

    /** The metrics whose explanation splits a time into parts, at a point of the grid. */
    public static List<TimeSplits> of(ExperimentProfile profile, Map<String, String> point) {
        List<RunProfile> runs = profile.columns().stream()
                .flatMap(column -> profile.shown(column, point).stream())
                .toList();
        Map<String, Map<String, List<Input>>> byMetric = new LinkedHashMap<>();
        for (RunProfile run : runs) {
            for (Measure measure : run.measures()) {
                split(measure)
                        .ifPresent(parts -> byMetric.computeIfAbsent(
                                        measure.metric().name(), name -> new LinkedHashMap<>())
                                .putIfAbsent(run.column(), parts));
            }
        }
        // All metrics name the same parts, so that charts colour them alike.
        Set<String> names = new LinkedHashSet<>();
        byMetric.values().stream()
                .flatMap(columns -> columns.values().stream())
                .max(Comparator.comparingInt(List::size))
                .ifPresent(parts -> parts.forEach(part -> names.add(part.name())));
        byMetric.values()
                .forEach(columns -> columns.values().forEach(parts -> parts.forEach(part -> names.add(part.name()))));
        List<TimeSplits> splits = new ArrayList<>();
        byMetric.forEach(
                (metric, columns) -> splits.add(new TimeSplits(metric, attribution(columns, List.copyOf(names)))));
        return splits;
    }

    /** The inputs that a time among the inputs of a measure is the sum of. */
    private static Optional<List<Input>> split(Measure measure) {
        return measure.explanation().inputs().stream()
                .filter(input -> input.dimension().equals(Dimension.TIME)
                        && !input.inputs().isEmpty())
                .filter(input -> {
                    double sum =
                            input.inputs().stream().mapToDouble(Input::value).sum();
                    return Math.abs(sum - input.value()) <= ROUNDING * input.value();
                })
                .map(Input::inputs)
                .findFirst();
    }

    private static TimeAttribution attribution(Map<String, List<Input>> columns, List<String> names) {
        List<TimeAttribution.Bar> bars = new ArrayList<>();
        columns.forEach((column, parts) -> {
            List<Double> nanos = names.stream().map(name -> nanos(parts, name)).toList();
            bars.add(new TimeAttribution.Bar(
                    column, nanos.stream().mapToDouble(Double::doubleValue).sum(), nanos));
        });
        return new TimeAttribution(names, bars);
    }

    private static double nanos(List<Input> parts, String name) {
        return parts.stream()
                        .filter(part -> part.name().equals(name))
                        .mapToDouble(Input::value)
                        .sum()
                * NANOS_PER_SECOND;
    }
}
