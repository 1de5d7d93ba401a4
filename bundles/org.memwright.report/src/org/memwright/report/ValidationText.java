/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.ArrayList;
import java.util.List;
import org.memwright.profile.view.ValidationTable;

/** Predicted against measured, as text for a terminal. */
public final class ValidationText {
    private static final List<String> HEAD = List.of("", "predicted", "measured", "error", "other tools");

    private final TerminalTable.Style style;
    private final StringBuilder out = new StringBuilder();

    private ValidationText(TerminalTable.Style style) {
        this.style = style;
    }

    /** The text; ends with a new line. */
    public static String text(ValidationTable validation, TerminalTable.Style style) {
        var text = new ValidationText(style);
        validation.runs().forEach(text::run);
        if (!validation.definitions().isEmpty()) {
            text.wrapped(validation.definitions(), 0);
        }
        return text.out.toString();
    }

    private void run(ValidationTable.Run run) {
        out.append(style.colour() ? "\u001b[1m" + run.name() + "\u001b[0m" : run.name())
                .append("  ")
                .append(run.kind())
                .append('\n');
        if (!run.rows().isEmpty()) {
            rows(run.rows());
        }
        if (!run.problem().isEmpty()) {
            wrapped("not replayed: " + run.problem(), 2);
        }
        for (String note : run.notes()) {
            wrapped(note, 2);
        }
        out.append('\n');
    }

    private void rows(List<ValidationTable.Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        for (ValidationTable.Row row : rows) {
            lines.add(List.of(
                    row.metric(), row.predictedText(), row.measuredText(), row.errorText(), row.publishedText()));
        }
        boolean others = rows.stream().anyMatch(row -> !row.publishedText().isEmpty());
        int columns = others ? HEAD.size() : HEAD.size() - 1;
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        for (List<String> line : lines) {
            var text = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                String space = " ".repeat(widths[column] - cell.length());
                text.append(column == 0 ? cell + space : "   " + space + cell);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private void wrapped(String text, int indent) {
        var line = new StringBuilder(" ".repeat(indent));
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent && line.length() + 1 + word.length() > style.width()) {
                out.append(line).append('\n');
                line.setLength(0);
                line.append(" ".repeat(indent));
            }
            line.append(line.length() > indent ? " " : "").append(word);
        }
        out.append(line).append('\n');
    }
}
