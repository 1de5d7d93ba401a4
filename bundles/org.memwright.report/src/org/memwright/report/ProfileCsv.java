/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.Measure;

/**
 * Measures as a table for other programs: a line per run and measure, values in base units.
 *
 * <p>Source: RFC 4180, with lines that end in a line feed. A run without measures has one line without a value, so that it
 * is not missed.
 */
public final class ProfileCsv {
    private ProfileCsv() {}

    /** The table. */
    public static String text(List<ExperimentProfile> experiments) {
        Set<String> axes = new LinkedHashSet<>();
        experiments.forEach(e -> axes.addAll(e.axes().keySet()));
        List<String> head = new ArrayList<>(List.of("experiment", "column"));
        head.addAll(axes);
        head.addAll(List.of("seed", "outcome", "metric", "argument", "value", "unit", "bound"));
        var csv = new StringBuilder();
        line(csv, head);
        for (ExperimentProfile experiment : experiments) {
            for (RunProfile run : experiment.runs()) {
                List<String> begin = new ArrayList<>(List.of(experiment.name(), run.column()));
                axes.forEach(axis -> begin.add(run.point().getOrDefault(axis, "")));
                begin.add(Long.toString(run.seed()));
                begin.add(run.outcome().name().toLowerCase(Locale.ROOT));
                for (Measure measure : run.measures()) {
                    List<String> fields = new ArrayList<>(begin);
                    fields.addAll(List.of(
                            measure.metric().name(),
                            measure.metric().argument(),
                            number(measure.value()),
                            measure.dimension().baseSymbol(),
                            number(measure.bound())));
                    line(csv, fields);
                }
                if (run.measures().isEmpty()) {
                    begin.addAll(List.of("", "", "", "", ""));
                    line(csv, begin);
                }
            }
        }
        return csv.toString();
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static void line(StringBuilder csv, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        csv.append('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
