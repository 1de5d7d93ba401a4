/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The Markdown of hovers and proposals as plain text with styles: blocks of code, lists, rules, bold, emphasis and code in a line.
 *
 * @param text without marks
 * @param parts where it looks different, by place; none overlap
 */
record RichText(String text, List<Part> parts) {
    /** How a part of the text looks. */
    enum Look {
        BOLD,
        EMPHASIS,
        CODE,
        RULE
    }

    /** A part that looks different. */
    record Part(int offset, int length, Look look) {}

    private static final String RULE = "―".repeat(24);

    static RichText of(String markdown) {
        StringBuilder text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        boolean code = false;
        boolean blank = true;
        for (String line : markdown.strip().split("\n", -1)) {
            if (line.startsWith("```")) {
                code = !code;
                continue;
            }
            if (line.isBlank() && !code) {
                if (!blank) {
                    text.append('\n');
                }
                blank = true;
                continue;
            }
            blank = false;
            if (code) {
                parts.add(new Part(text.length(), line.length(), Look.CODE));
                text.append(line);
            } else if (line.equals("---")) {
                parts.add(new Part(text.length(), RULE.length(), Look.RULE));
                text.append(RULE);
            } else if (line.startsWith("- ")) {
                text.append("  • ");
                inline(line.substring(2), text, parts);
            } else {
                inline(line.startsWith("#") ? "**" + line.replaceFirst("#+ *", "") + "**" : line, text, parts);
            }
            text.append('\n');
        }
        return new RichText(text.toString().stripTrailing(), parts);
    }

    private static void inline(String line, StringBuilder text, List<Part> parts) {
        int at = 0;
        while (at < line.length()) {
            String mark = line.startsWith("**", at)
                    ? "**"
                    : line.charAt(at) == '`' || isEmphasis(line, at) ? line.substring(at, at + 1) : "";
            int end = mark.isEmpty() ? -1 : line.indexOf(mark, at + mark.length());
            if (end < 0) {
                text.append(line.charAt(at));
                at++;
            } else {
                String inside = line.substring(at + mark.length(), end);
                Look look = mark.equals("`") ? Look.CODE : mark.equals("**") ? Look.BOLD : Look.EMPHASIS;
                parts.add(new Part(text.length(), inside.length(), look));
                text.append(inside);
                at = end + mark.length();
            }
        }
    }

    /** A lone star or low line in a formula or a name is itself. */
    private static boolean isEmphasis(String line, int at) {
        char c = line.charAt(at);
        boolean starts = at == 0 || Character.isWhitespace(line.charAt(at - 1)) || line.charAt(at - 1) == '(';
        boolean word = at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        int end = line.indexOf(c, at + 1);
        boolean ends = end > 0
                && !Character.isWhitespace(line.charAt(end - 1))
                && (end + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(end + 1)));
        return (c == '*' || c == '_') && starts && word && ends;
    }
}
