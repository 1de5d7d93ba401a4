/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An explanation: a title, sentences, labelled entries, an example. */
final class Page {
    private static final int LABEL = 12;
    private static final int WIDTH = 96;

    private final String title;
    private final String kind;
    private final List<Part> parts = new ArrayList<>();

    /** What stands on a page. */
    private sealed interface Part {}

    private record Line(String text) implements Part {}

    private record Verbatim(String text) implements Part {}

    private record Entry(String label, String text) implements Part {}

    private record Heading(String text) implements Part {}

    private record Row(String name, String text, int width) implements Part {}

    Page(String title, String kind) {
        this.title = title;
        this.kind = kind;
    }

    Page line(String text) {
        if (!text.isBlank()) {
            parts.add(new Line(text));
        }
        return this;
    }

    Page blank() {
        parts.add(new Verbatim(""));
        return this;
    }

    Page verbatim(String text) {
        text.lines().forEach(line -> parts.add(new Verbatim(line)));
        return this;
    }

    Page entry(String label, String text) {
        if (!text.isBlank()) {
            parts.add(new Entry(label, text));
        }
        return this;
    }

    /** Names with what they mean. */
    Page table(String heading, Map<String, String> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Heading(heading));
            int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
            rows.forEach((name, text) -> parts.add(new Row(name, text, width)));
        }
        return this;
    }

    Page example(String text) {
        return entry("Example", text);
    }

    void print(Terminal terminal) {
        Paint paint = terminal.outPaint();
        var out = terminal.out();
        out.println(paint.bold(title) + paint.faint("  " + kind));
        for (Part part : parts) {
            switch (part) {
                case Line line -> wrapped(line.text(), 2, WIDTH).forEach(l -> out.println("  " + l));
                case Verbatim verbatim -> out.println(("  " + verbatim.text()).stripTrailing());
                case Heading heading -> out.println("\n  " + paint.faint(heading.text()));
                case Entry entry -> {
                    boolean example = entry.label().equals("Example");
                    List<String> lines = wrapped(entry.text(), 2 + LABEL, WIDTH);
                    out.println("  " + paint.faint(padded(entry.label(), LABEL))
                            + (example ? paint.cyan(lines.getFirst()) : lines.getFirst()));
                    lines.stream().skip(1).forEach(l -> out.println(" ".repeat(2 + LABEL) + l));
                }
                case Row row -> {
                    int indent = 6 + row.width();
                    List<String> lines = wrapped(row.text(), indent, WIDTH);
                    out.println("    " + paint.bold(padded(row.name(), row.width())) + "  " + lines.getFirst());
                    lines.stream().skip(1).forEach(l -> out.println(" ".repeat(indent) + l));
                }
            }
        }
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The text in lines that end before the width, broken at spaces. */
    static List<String> wrapped(String text, int indent, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
