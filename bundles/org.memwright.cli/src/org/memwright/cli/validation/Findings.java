/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.util.ArrayList;
import java.util.List;
import org.memwright.profile.view.ValidationTable.Comparison;
import org.memwright.profile.view.ValidationTable.Row;
import org.memwright.profile.view.ValidationTable.Run;
import org.memwright.units.Dimension;

/** Collects what one measurement was predicted to be. */
final class Findings {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A prediction beside its measurement. */
    void compare(String metric, Dimension dimension, double predicted, double measured) {
        compare(metric, dimension, predicted, measured, Double.NaN);
    }

    /** @param published the error of another tool on the same run; NaN if unknown */
    void compare(String metric, Dimension dimension, double predicted, double measured, double published) {
        if (!Double.isNaN(predicted) && !Double.isNaN(measured)) {
            rows.add(new Row(metric, dimension, predicted, measured, Comparison.RELATIVE, published));
        }
    }

    /** Two ratios, whose difference is told in points. */
    void comparePoints(String metric, double predicted, double measured) {
        rows.add(new Row(metric, Dimension.NUMBER, predicted, measured, Comparison.POINTS, Double.NaN));
    }

    /** An error over many points. */
    void error(String metric, double error) {
        rows.add(new Row(metric, Dimension.NUMBER, error, Double.NaN, Comparison.ERROR, Double.NaN));
    }

    /** A figure without a measurement beside it. */
    void figure(String metric, Dimension dimension, double figure) {
        rows.add(new Row(metric, dimension, figure, Double.NaN, Comparison.FIGURE, Double.NaN));
    }

    void note(String text) {
        notes.add(text);
    }

    Run run(String name, String kind, String problem) {
        return new Run(name, kind, rows, notes, problem);
    }
}
