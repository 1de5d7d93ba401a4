/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.List;
import java.util.Locale;
import org.memwright.profile.view.ValidationTable;

/** Predicted against measured as a table for other programs: a line per run and metric, in base units. */
public final class ValidationCsv {
    private ValidationCsv() {}

    /** The table. */
    public static String text(ValidationTable validation) {
        var csv = new StringBuilder();
        ProfileCsv.line(
                csv,
                List.of(
                        "run",
                        "kind",
                        "metric",
                        "unit",
                        "predicted",
                        "measured",
                        "comparison",
                        "error",
                        "published",
                        "problem"));
        for (ValidationTable.Run run : validation.runs()) {
            for (ValidationTable.Row row : run.rows()) {
                ProfileCsv.line(
                        csv,
                        List.of(
                                run.name(),
                                run.kind(),
                                row.metric(),
                                row.dimension().baseSymbol(),
                                ProfileCsv.number(row.predicted()),
                                ProfileCsv.number(row.measured()),
                                row.comparison().name().toLowerCase(Locale.ROOT),
                                ProfileCsv.number(row.error()),
                                ProfileCsv.number(row.published()),
                                ""));
            }
            if (!run.problem().isEmpty()) {
                ProfileCsv.line(csv, List.of(run.name(), run.kind(), "", "", "", "", "", "", "", run.problem()));
            }
        }
        return csv.toString();
    }
}
