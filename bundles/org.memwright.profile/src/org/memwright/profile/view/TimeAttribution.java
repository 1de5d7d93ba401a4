/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;

/**
 * What the time of each column's run went to.
 *
 * @param parts compute, a tier, a link, queueing, overhead, in the order of their first report
 */
public record TimeAttribution(List<String> parts, List<Bar> bars) {
    public TimeAttribution {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    /**
     * One column.
     *
     * @param nanos as many as there are parts
     */
    public record Bar(String column, double totalNanos, List<Double> nanos) {
        public Bar {
            nanos = List.copyOf(nanos);
        }
    }

    /** The attribution at a point of the grid; without bars where no run reports any. */
    public static TimeAttribution of(ExperimentProfile profile, Map<String, String> point) {
        List<RunProfile> runs = profile.columns().stream()
                .flatMap(column -> profile.shown(column, point).stream())
                .filter(run -> !run.attribution().isEmpty())
                .toList();
        Set<String> found = new LinkedHashSet<>();
        runs.forEach(run -> found.addAll(run.attribution().keySet()));
        List<String> parts = found.stream()
                .filter(part -> runs.stream().anyMatch(run -> run.attribution().getOrDefault(part, 0.0) > 0))
                .toList();
        List<Bar> bars = runs.stream()
                .map(run -> {
                    List<Double> nanos = parts.stream()
                            .map(part -> run.attribution().getOrDefault(part, 0.0))
                            .toList();
                    return new Bar(
                            run.column(),
                            nanos.stream().mapToDouble(Double::doubleValue).sum(),
                            nanos);
                })
                .toList();
        return new TimeAttribution(parts, bars);
    }
}
