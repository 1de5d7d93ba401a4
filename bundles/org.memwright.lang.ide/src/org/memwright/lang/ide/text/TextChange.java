/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces a part of a text.
 *
 * @param span what goes; empty to insert
 * @param text what comes instead; empty to delete
 */
public record TextChange(Span span, String text) {
    /**
     * A text after changes.
     *
     * @param changes in any order, each with the offsets of the text before all of them
     * @throws IllegalArgumentException where two of them overlap
     */
    public static String apply(String before, List<TextChange> changes) {
        List<TextChange> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparingInt(change -> change.span().offset()));
        StringBuilder after = new StringBuilder(before.length());
        int done = 0;
        for (TextChange change : ordered) {
            if (change.span().offset() < done) {
                throw new IllegalArgumentException(
                        "changes overlap at offset " + change.span().offset() + ", the one before ends at " + done);
            }
            after.append(before, done, change.span().offset()).append(change.text());
            done = change.span().end();
        }
        return after.append(before, done, before.length()).toString();
    }

    /** The smallest change that makes one text of another; of no length and no text where they are equal. */
    public static TextChange between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < most - start
                && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return new TextChange(
                Span.between(start, before.length() - same), after.substring(start, after.length() - same));
    }
}
