/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * What was predicted against what was measured, run by run and metric by metric.
 *
 * <p>Definitions: ttft is from arrival to the first token at the engine; tpot is (last token - first token) / (output tokens
 * - 1); latency is from arrival to the last token; percentiles by linear interpolation over all requests.
 *
 * @param runs in the order in which they were found
 */
public record ValidationTable(List<Run> runs) {
    private static final String OF_REQUESTS =
            "ttft: arrival to first token at the engine. tpot: (last token - first token) / (output tokens - 1)."
                    + " latency: arrival to last token. Percentiles by linear interpolation over all requests.";
    private static final String OF_ERRORS =
            "error: predicted / measured - 1, or the difference in percentage points of two ratios.";

    public ValidationTable {
        runs = List.copyOf(runs);
    }

    /** Whether every run could be replayed. */
    public boolean isComplete() {
        return runs.stream().allMatch(run -> run.problem().isEmpty());
    }

    /** The definitions that the figures of the table follow, for reports; empty where none needs one. */
    public String definitions() {
        List<String> needed = new ArrayList<>();
        if (has(row -> row.metric().startsWith("ttft")
                || row.metric().startsWith("tpot")
                || row.metric().startsWith("latency"))) {
            needed.add(OF_REQUESTS);
        }
        if (has(row -> row.comparison() == Comparison.RELATIVE || row.comparison() == Comparison.POINTS)) {
            needed.add(OF_ERRORS);
        }
        return String.join(" ", needed);
    }

    private boolean has(Predicate<Row> property) {
        return runs.stream().flatMap(run -> run.rows().stream()).anyMatch(property);
    }

    /**
     * One measured run.
     *
     * @param name where it was found, below the folder that was validated
     * @param kind what sort of measurement it is, such as {@code serving}
     * @param rows one for each metric
     * @param notes what a reader must know: how it was replayed, what was left out
     * @param problem why it could not be replayed; empty where it could
     */
    public record Run(String name, String kind, List<Row> rows, List<String> notes, String problem) {
        public Run {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /** How a prediction is compared. */
    public enum Comparison {
        /** {@code predicted / measured - 1}. */
        RELATIVE,
        /** {@code predicted - measured}, of two ratios. */
        POINTS,
        /** The prediction is itself a mean error over many points; nothing is measured beside it. */
        ERROR,
        /** A figure without a measurement, such as how long the replay took. */
        FIGURE
    }

    /**
     * One metric.
     *
     * @param predicted in base units of the dimension
     * @param measured in base units; NaN where the comparison needs none
     * @param published the error that another tool publishes for the same run, in the unit of {@link #error}; NaN if unknown
     */
    public record Row(
            String metric,
            Dimension dimension,
            double predicted,
            double measured,
            Comparison comparison,
            double published) {

        /** The error: a ratio; a difference of ratios for {@link Comparison#POINTS}; NaN where there is none. */
        public double error() {
            return switch (comparison) {
                case RELATIVE -> predicted / measured - 1;
                case POINTS -> predicted - measured;
                case ERROR -> predicted;
                case FIGURE -> Double.NaN;
            };
        }

        private Scale scale() {
            return Scale.of(dimension, "", DoubleStream.of(predicted, measured));
        }

        /** The prediction with its unit; empty where the row is an error itself. */
        public String predictedText() {
            return comparison == Comparison.ERROR ? "" : text(predicted);
        }

        /** The measurement with its unit; empty where there is none. */
        public String measuredText() {
            return Double.isNaN(measured) ? "" : text(measured);
        }

        private String text(double value) {
            return comparison == Comparison.POINTS ? Format.percent(value) : scale().text(value);
        }

        /** The error as a reader wants it: {@code +1.3%}, {@code -0.4 points}, {@code 11.2%} for a mean error. */
        public String errorText() {
            return text(error(), comparison);
        }

        /** The error of the other tool, likewise; empty where it is not known. */
        public String publishedText() {
            return text(published, comparison);
        }

        private static String text(double error, Comparison comparison) {
            if (Double.isNaN(error)) {
                return "";
            }
            String digits = rounded(Math.abs(error));
            boolean isSigned = comparison != Comparison.ERROR && Double.parseDouble(digits) != 0;
            String sign = isSigned ? error > 0 ? "+" : "-" : "";
            return switch (comparison) {
                case POINTS -> sign + digits + " points";
                case RELATIVE, ERROR -> sign + digits + "%";
                case FIGURE -> "";
            };
        }

        private static String rounded(double ratio) {
            return String.format(Locale.ROOT, ratio < 0.1 ? "%.2f" : "%.1f", 100 * ratio);
        }
    }
}
