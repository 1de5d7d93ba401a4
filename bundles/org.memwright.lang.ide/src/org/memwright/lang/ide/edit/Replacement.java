/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import java.util.Comparator;
import java.util.List;

/**
 * Some characters of a text give way to others.
 *
 * @param offset characters before the place
 * @param length characters that go
 * @param text what comes instead
 */
public record Replacement(int offset, int length, String text) {
    public Replacement {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + ", length " + length + ": neither may be negative");
        }
    }

    public int end() {
        return offset + length;
    }

    /**
     * A text with all replacements made.
     *
     * @param replacements none of which overlaps another
     */
    public static String apply(String text, List<Replacement> replacements) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Replacement replacement : sorted(replacements)) {
            result.append(text, at, replacement.offset).append(replacement.text);
            at = replacement.end();
        }
        return result.append(text, at, text.length()).toString();
    }

    /**
     * Replacements in the order of their places; those of one place stay in the order in which they are given.
     *
     * @throws IllegalArgumentException where two overlap
     */
    static List<Replacement> sorted(List<Replacement> replacements) {
        List<Replacement> sorted = replacements.stream()
                .sorted(Comparator.comparingInt(Replacement::offset).thenComparingInt(Replacement::end))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).offset < sorted.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        "replacements overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return sorted;
    }
}
