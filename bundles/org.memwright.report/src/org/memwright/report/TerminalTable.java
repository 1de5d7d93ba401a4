/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.Verdict;
import org.memwright.profile.view.ComparisonTable;
import org.memwright.profile.view.LowerBound;
import org.memwright.profile.view.OpenRuns;
import org.memwright.profile.view.RunNotes;
import org.memwright.profile.view.Scale;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.units.Dimension;

/**
 * An experiment as text for a terminal: the comparison, verdicts, what bounds the runs, and what a reader must know.
 *
 * <p>Where the columns do not fit side by side, the table is cut into several, one below the other.
 */
public final class TerminalTable {
    private static final int NARROWEST = 40;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String RESET = "\u001b[0m";

    private final Style style;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private TerminalTable(Style style) {
        this.style = style;
        this.width = Math.max(NARROWEST, style.width());
    }

    /**
     * How the terminal wants it.
     *
     * @param width in characters; less than 40 counts as 40
     * @param unicode lines of boxes and other characters beyond ASCII
     * @param colour ANSI colours
     */
    public record Style(int width, boolean unicode, boolean colour) {
        /** ASCII without colours, 100 wide: what a file or pipe gets. */
        public static final Style PLAIN = new Style(100, false, false);
    }

    /** The text of one experiment; ends with a new line. */
    public static String text(ExperimentProfile experiment, Style style) {
        var table = new TerminalTable(style);
        table.write(experiment);
        return table.out.toString();
    }

    private void write(ExperimentProfile experiment) {
        String doc = experiment.doc().isEmpty() ? "" : ": " + experiment.doc();
        wrap(bold(clean(experiment.name())) + clean(doc), 0);
        List<String> parts = List.of(experiment.hardware(), experiment.model(), experiment.workload());
        String subject =
                String.join(", ", parts.stream().filter(p -> !p.isEmpty()).toList());
        wrap(clean(experiment.seeds() > 1 ? subject + ", " + experiment.seeds() + " seeds" : subject), 0);
        boolean marked = false;
        for (ComparisonTable.Section section : ComparisonTable.of(experiment).sections()) {
            out.append('\n');
            if (!section.point().isEmpty()) {
                wrap(bold(clean(ExperimentProfile.label(section.point()))), 0);
            }
            marked |= table(experiment.columns(), section);
        }
        if (marked) {
            wrap(dim(mark() + " best"), 0);
        }
        verdicts(experiment);
        problems(experiment);
        bounds(experiment);
        notes(experiment);
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }

    private boolean table(List<String> columns, ComparisonTable.Section section) {
        List<String> labels = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (ComparisonTable.Row row : section.rows()) {
            labels.add(clean(row.metric().label()));
            units.add(row.scale().suffix().strip());
        }
        int labelWidth = widest(labels, "");
        int unitWidth = widest(units, "");
        int used = labelWidth + 2 + unitWidth;
        boolean marked = false;
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            int total = used;
            List<Integer> widths = new ArrayList<>();
            while (to < columns.size()) {
                int index = to;
                List<String> cells = section.rows().stream()
                        .map(r -> ascii(r.cells().get(index).text()))
                        .toList();
                int column = widest(cells, clean(columns.get(index)));
                if (to > from && total + column + 3 > width) {
                    break;
                }
                widths.add(column);
                total += column + 3;
                to++;
            }
            if (from > 0) {
                out.append('\n');
            }
            head(columns.subList(from, to), labelWidth, unitWidth, widths);
            for (int r = 0; r < section.rows().size(); r++) {
                marked |= row(section.rows().get(r), labels.get(r), units.get(r), labelWidth, unitWidth, from, widths);
            }
            from = to;
        }
        return marked;
    }

    private void head(List<String> columns, int labelWidth, int unitWidth, List<Integer> widths) {
        var line = new StringBuilder(pad("", labelWidth + 2 + unitWidth));
        int total = labelWidth + 2 + unitWidth;
        for (int i = 0; i < columns.size(); i++) {
            line.append("  ")
                    .append(padLeft(clean(columns.get(i)), widths.get(i)))
                    .append(' ');
            total += widths.get(i) + 3;
        }
        out.append(bold(line.toString().stripTrailing())).append('\n');
        out.append(dim((style.unicode() ? "\u2500" : "-").repeat(total))).append('\n');
    }

    private boolean row(
            ComparisonTable.Row row,
            String label,
            String unit,
            int labelWidth,
            int unitWidth,
            int from,
            List<Integer> widths) {
        boolean marked = false;
        var line = new StringBuilder(pad(label, labelWidth)).append("  ").append(dim(pad(unit, unitWidth)));
        for (int i = 0; i < widths.size(); i++) {
            ComparisonTable.Cell cell = row.cells().get(from + i);
            String text = padLeft(ascii(cell.text()), widths.get(i));
            line.append("  ").append(cell.best() ? green(text + mark()) : text + " ");
            marked |= cell.best();
        }
        out.append(line.toString().stripTrailing()).append('\n');
        return marked;
    }

    private void verdicts(ExperimentProfile experiment) {
        if (!experiment.verdicts().isEmpty()) {
            out.append('\n');
        }
        for (Verdict verdict : experiment.verdicts()) {
            String point = ExperimentProfile.label(verdict.point());
            String text = clean(verdict.text()) + (point.isEmpty() ? "" : " [" + clean(point) + "]");
            String word = switch (verdict.outcome()) {
                case PASSED -> green("passed   ");
                case FAILED -> red("FAILED   ");
                case UNDECIDED -> yellow("undecided");
            };
            wrap(word + "  " + text, 11);
            wrap(
                    "           "
                            + (verdict.outcome() == Verdict.Outcome.UNDECIDED
                                    ? clean(verdict.reason())
                                    : ascii(verdict.values())),
                    11);
        }
    }

    private void problems(ExperimentProfile experiment) {
        List<OpenRuns> open = OpenRuns.of(experiment);
        if (!open.isEmpty()) {
            out.append('\n');
        }
        for (OpenRuns runs : open) {
            String text = clean(runs.subject() + " " + runs.reason());
            wrap(
                    runs.outcome() == RunProfile.Outcome.FAILED
                            ? red("error") + ": " + text
                            : yellow("note") + ": " + text,
                    2);
        }
    }

    private void bounds(ExperimentProfile experiment) {
        List<LowerBound> all = experiment.points().stream()
                .flatMap(point -> LowerBound.of(experiment, point).stream())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        out.append('\n');
        Scale scale = Scale.of(Dimension.TIME, "", all.stream().mapToDouble(bound -> bound.nanos() / NANOS_PER_SECOND));
        for (Map<String, String> point : experiment.points()) {
            String label = ExperimentProfile.label(point);
            for (LowerBound bound : LowerBound.of(experiment, point)) {
                wrap(
                        clean(bound.column()) + (label.isEmpty() ? "" : " [" + clean(label) + "]") + " took "
                                + scale.text(bound.nanos() / NANOS_PER_SECOND) + ", "
                                + String.format(Locale.ROOT, "%.2f", bound.times()) + " times its bound of "
                                + scale.text(bound.bound().nanos() / NANOS_PER_SECOND) + " by "
                                + clean(bound.bound().limitedBy()) + ".",
                        2);
            }
        }
    }

    private void notes(ExperimentProfile experiment) {
        RunNotes notes = RunNotes.of(experiment);
        notes(notes.of(NoteKind.WARNING), "warning");
        notes(notes.of(NoteKind.GAP), "not in the figures");
        defaults(notes.of(NoteKind.DEFAULT));
        notes(notes.of(NoteKind.METHOD), "method");
    }

    private void notes(List<RunNotes.Entry> entries, String what) {
        if (!entries.isEmpty()) {
            out.append('\n');
        }
        for (RunNotes.Entry entry : entries) {
            String of = entry.columns().isEmpty() ? "" : " (" + clean(String.join(", ", entry.columns())) + ")";
            wrap(dim(what + of + ":") + " " + clean(entry.text()), 2);
        }
    }

    /** Only how many: they are the longest part of a report, and each says what a design left to the product. */
    private void defaults(List<RunNotes.Entry> entries) {
        if (!entries.isEmpty()) {
            out.append('\n');
            String open = entries.size() == 1
                    ? "1 value that no design gives"
                    : entries.size() + " values that no design gives";
            wrap(dim("defaults:") + " " + open + "; --out DIR lists them", 2);
        }
    }

    /** Breaks a text at spaces; colours take no room. */
    private void wrap(String text, int indent) {
        int column = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end + 1;
            String word = text.substring(start, end);
            int length = visible(word.stripTrailing());
            if (column > indent && column + length > width) {
                stripTrailing();
                out.append('\n').append(" ".repeat(indent));
                column = indent;
            }
            out.append(word);
            column += visible(word);
            start = end;
        }
        stripTrailing();
        out.append('\n');
    }

    private void stripTrailing() {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static int visible(String text) {
        int length = 0;
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u001b') {
                escape = true;
            } else if (escape) {
                escape = c != 'm';
            } else if (!Character.isLowSurrogate(c)) {
                length++;
            }
        }
        return length;
    }

    private static int widest(List<String> texts, String head) {
        int widest = visible(head);
        for (String text : texts) {
            widest = Math.max(widest, visible(text));
        }
        return widest;
    }

    private static String pad(String text, int to) {
        return text + " ".repeat(Math.max(0, to - visible(text)));
    }

    private static String padLeft(String text, int to) {
        return " ".repeat(Math.max(0, to - visible(text))) + text;
    }

    private String ascii(String text) {
        return style.unicode() ? text : text.replace("\u00b1", "+-");
    }

    private String mark() {
        return style.unicode() ? "\u25cf" : "*";
    }

    private String bold(String text) {
        return colour("\u001b[1m", text);
    }

    private String dim(String text) {
        return colour("\u001b[2m", text);
    }

    private String green(String text) {
        return colour("\u001b[32m", text);
    }

    private String red(String text) {
        return colour("\u001b[31m", text);
    }

    private String yellow(String text) {
        return colour("\u001b[33m", text);
    }

    private String colour(String code, String text) {
        return style.colour() ? code + text + RESET : text;
    }
}
