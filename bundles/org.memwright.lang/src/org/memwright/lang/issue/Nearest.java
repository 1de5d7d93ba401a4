/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.issue;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the word that was probably meant. */
public final class Nearest {
    private static final int MOST_LISTED = 24;

    private Nearest() {}

    /**
     * The word that takes the fewest insertions, deletions, substitutions and swaps of neighbours to become another.
     *
     * <p>Upper and lower case count little. Cost: length x length per word, less for words of quite different length.
     *
     * @param word as it was written
     * @param words what is known, the preferred first
     * @return the nearest; empty when none is near, or when it is the word itself
     */
    public static String to(String word, Collection<String> words) {
        int most = Math.max(1, word.length() / 3) * 2 + 1;
        String best = "";
        for (String candidate : words) {
            if (candidate.equals(word) || Math.abs(candidate.length() - word.length()) * 2 >= most) {
                continue;
            }
            int distance = distance(word, candidate);
            if (distance < most) {
                most = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** {@code " Did you mean 'hbm'?"}, or nothing. */
    public static String question(String nearest) {
        return nearest.isEmpty() ? "" : " Did you mean '" + nearest + "'?";
    }

    /** Words for a message, in their order; of very many the first ones. */
    public static String list(Collection<String> words) {
        if (words.size() > MOST_LISTED) {
            return String.join(", ", List.copyOf(words).subList(0, MOST_LISTED)) + ", ...";
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** Twice the number of edits; 1 where only the case differs. */
    static int distance(String written, String known) {
        String a = written.toLowerCase(Locale.ROOT);
        String b = known.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()] == 0 ? 1 : 2 * above[b.length()];
    }
}
