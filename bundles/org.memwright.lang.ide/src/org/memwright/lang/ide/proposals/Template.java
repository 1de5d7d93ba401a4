/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.List;
import org.memwright.lang.ide.text.Span;

/**
 * A text with parts to fill in, written {@code capacity <80 GiB>}; {@code <a|b>} is a choice, of which the first is inserted.
 * A lone {@code <} before a space or a dash stands for itself.
 */
record Template(String text, List<Proposal.Field> fields) {
    static Template of(String pattern) {
        StringBuilder text = new StringBuilder();
        List<Proposal.Field> fields = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = c == '<' && at + 1 < pattern.length() && isField(pattern.charAt(at + 1))
                    ? pattern.indexOf('>', at)
                    : -1;
            if (end < 0) {
                text.append(c);
                at++;
            } else {
                List<String> choices = List.of(pattern.substring(at + 1, end).split("\\|", -1));
                fields.add(new Proposal.Field(
                        new Span(text.length(), choices.getFirst().length()),
                        choices.size() > 1 ? choices : List.of()));
                text.append(choices.getFirst());
                at = end + 1;
            }
        }
        return new Template(text.toString(), fields);
    }

    private static boolean isField(char c) {
        return Character.isLetterOrDigit(c) || c == '"' || c == '>';
    }

    /** The same with all lines after the first further in. */
    Template indented(String indentation) {
        if (indentation.isEmpty() || text.indexOf('\n') < 0) {
            return this;
        }
        StringBuilder moved = new StringBuilder();
        List<Proposal.Field> fieldsMoved = new ArrayList<>(fields);
        int added = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            moved.append(c);
            if (c == '\n') {
                moved.append(indentation);
                added += indentation.length();
                for (int f = 0; f < fields.size(); f++) {
                    Span span = fields.get(f).span();
                    if (span.offset() > i) {
                        fieldsMoved.set(
                                f,
                                new Proposal.Field(
                                        new Span(span.offset() + added, span.length()),
                                        fields.get(f).choices()));
                    }
                }
            }
        }
        return new Template(moved.toString(), fieldsMoved);
    }
}
