/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.text;

/**
 * A part of a text.
 *
 * @param offset characters before it
 * @param length characters in it; 0 for a place between two characters
 */
public record Span(int offset, int length) {
    public Span {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a span is " + length + " from " + offset + ", neither may be negative");
        }
    }

    /** From one offset up to, but without, another. */
    public static Span between(int start, int end) {
        return new Span(start, end - start);
    }

    /** The offset after the last character. */
    public int end() {
        return offset + length;
    }

    /** Whether a caret at an offset touches it: inside, just before or just after. */
    public boolean touches(int caret) {
        return offset <= caret && caret <= end();
    }

    /** Whether the two have a character in common, or touch where one is empty. */
    public boolean meets(Span other) {
        boolean touches = offset <= other.end() && other.offset <= end();
        boolean shares = offset < other.end() && other.offset < end();
        return shares || (touches && (length == 0 || other.length == 0));
    }

    /** The characters of a text that it covers. */
    public String of(String text) {
        return text.substring(offset, end());
    }
}
