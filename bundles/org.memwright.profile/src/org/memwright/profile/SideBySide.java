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
import org.memwright.runtime.plan.MetricCall;

/**
 * Two profiles, of one experiment at two times or of two experiments, as one profile whose columns are those of both: so whatever
 * shows a profile shows two.
 */
public final class SideBySide {
    private SideBySide() {}

    /**
     * Joins two profiles. A design that both have stands next to itself.
     *
     * @param firstLabel what the columns of the first get, such as {@code #3}
     * @param secondLabel another
     */
    public static ExperimentProfile of(
            String firstLabel, ExperimentProfile first, String secondLabel, ExperimentProfile second) {
        Set<String> names = new LinkedHashSet<>(first.columns());
        names.addAll(second.columns());
        List<String> columns = new ArrayList<>();
        List<RunProfile> runs = new ArrayList<>();
        for (String name : names) {
            add(name, firstLabel, first, columns, runs);
            add(name, secondLabel, second, columns, runs);
        }
        Map<String, Set<String>> joined = new LinkedHashMap<>();
        Set<MetricCall> measures = new LinkedHashSet<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (ExperimentProfile each : List.of(first, second)) {
            each.axes()
                    .forEach((axis, values) -> joined.computeIfAbsent(axis, a -> new LinkedHashSet<>())
                            .addAll(values));
            measures.addAll(each.measures());
            String label = each == first ? firstLabel : secondLabel;
            each.verdicts().forEach(verdict -> verdicts.add(verdict.withText(label + ": " + verdict.text())));
        }
        Map<String, List<String>> axes = new LinkedHashMap<>();
        joined.forEach((axis, values) -> axes.put(axis, List.copyOf(values)));
        return new ExperimentProfile(
                either(first.name(), second.name()),
                either(first.doc(), second.doc()),
                either(first.hardware(), second.hardware()),
                either(first.model(), second.model()),
                either(first.workload(), second.workload()),
                columns,
                axes,
                Math.max(first.seeds(), second.seeds()),
                List.copyOf(measures),
                runs,
                verdicts,
                second.position());
    }

    private static void add(
            String name, String label, ExperimentProfile of, List<String> columns, List<RunProfile> runs) {
        if (of.columns().contains(name)) {
            String column = name + " " + label;
            columns.add(column);
            of.runs().stream()
                    .filter(run -> run.column().equals(name))
                    .map(run -> run.withColumn(column))
                    .forEach(runs::add);
        }
    }

    private static String either(String first, String second) {
        return first.equals(second) || first.isEmpty() ? second : first + " | " + second;
    }
}
