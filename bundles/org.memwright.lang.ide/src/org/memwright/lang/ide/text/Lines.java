/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

import java.util.Arrays;

/**
 * Where the lines of a text begin; lines end with {@code \n}, {@code \r\n} or {@code \r}.
 *
 * <p>Cost: linear in the text to make, logarithmic in the lines to ask.
 */
public final class Lines {
    private final String text;
    private final int[] starts;

    public Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count] = i + 1;
                count++;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    public int count() {
        return starts.length;
    }

    /** The line of an offset, 0 for the first. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Characters before an offset in its line. */
    public int column(int offset) {
        return offset - starts[line(offset)];
    }

    /** Where a line begins. */
    public int start(int line) {
        return starts[line];
    }

    /** Where a line ends, before its line break. */
    public int end(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** An offset; what is beyond the end of a line or of the text is taken as that end. */
    public int offset(int line, int column) {
        if (line < 0) {
            return 0;
        }
        if (line >= starts.length) {
            return text.length();
        }
        return Math.min(starts[line] + Math.max(0, column), end(line));
    }
}
