/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.io.IOException;

/**
 * Writes JSON: a value to a line, but what is small or long stays on one line.
 *
 * <p>Calls come in the order of the text; what does not fit, such as a value in an object without a key, is a mistake of
 * the caller and is written all the same.
 */
public final class JsonWriter {
    /** From here on a double no longer holds every whole number. */
    private static final double LAST_WHOLE = 1L << 53;

    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private int depth;
    private boolean first = true;
    private boolean afterKey;

    /** The depth from which on all stays on one line; 0 for none. */
    private int flat;

    public JsonWriter(Appendable out) {
        this.out = out;
    }

    /** Begins an object. */
    public JsonWriter object() throws IOException {
        open('{');
        return this;
    }

    /** Begins an object that stays on its line, with all that is in it. */
    public JsonWriter flatObject() throws IOException {
        return flat('{');
    }

    public JsonWriter endObject() throws IOException {
        close('}');
        return this;
    }

    /** Begins an array. */
    public JsonWriter array() throws IOException {
        open('[');
        return this;
    }

    /** Begins an array that stays on its line, with all that is in it. */
    public JsonWriter flatArray() throws IOException {
        return flat('[');
    }

    private JsonWriter flat(char bracket) throws IOException {
        open(bracket);
        if (flat == 0) {
            flat = depth;
        }
        return this;
    }

    public JsonWriter endArray() throws IOException {
        close(']');
        return this;
    }

    public JsonWriter key(String key) throws IOException {
        separate();
        string(key);
        out.append(':');
        if (flat == 0) {
            out.append(' ');
        }
        afterKey = true;
        return this;
    }

    public JsonWriter value(String value) throws IOException {
        separate();
        string(value);
        return this;
    }

    public JsonWriter value(long value) throws IOException {
        separate();
        out.append(Long.toString(value));
        return this;
    }

    /** The shortest decimal that reads back as the same double; {@code null} for NaN, 1e999 for infinity. */
    public JsonWriter value(double value) throws IOException {
        separate();
        out.append(number(value));
        return this;
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "null";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "1e999" : "-1e999";
        }
        boolean negativeZero = value == 0 && 1 / value < 0;
        if (value == Math.rint(value) && Math.abs(value) < LAST_WHOLE && !negativeZero) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    /** Writes a key and a null. */
    public JsonWriter none(String key) throws IOException {
        key(key);
        separate();
        out.append("null");
        return this;
    }

    public JsonWriter field(String key, String value) throws IOException {
        return key(key).value(value);
    }

    public JsonWriter field(String key, long value) throws IOException {
        return key(key).value(value);
    }

    public JsonWriter field(String key, double value) throws IOException {
        return key(key).value(value);
    }

    /** Writes a key and an array of texts on one line. */
    public JsonWriter texts(String key, Iterable<String> values) throws IOException {
        key(key).flatArray();
        for (String value : values) {
            value(value);
        }
        return endArray();
    }

    /** Ends the text with a new line. */
    public void end() throws IOException {
        out.append('\n');
    }

    private void open(char bracket) throws IOException {
        separate();
        out.append(bracket);
        depth++;
        first = true;
    }

    private void close(char bracket) throws IOException {
        depth--;
        if (!first && flat == 0) {
            newLine();
        }
        if (depth < flat) {
            flat = 0;
        }
        out.append(bracket);
        first = false;
    }

    private void separate() throws IOException {
        if (afterKey) {
            afterKey = false;
            return;
        }
        if (!first) {
            out.append(',');
        }
        if (depth > 0 && flat == 0) {
            newLine();
        }
        first = false;
    }

    private void newLine() throws IOException {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append(' ');
        }
    }

    /** Also escapes what is not JavaScript, or ends a script in HTML, so that the text can stand there. */
    private void string(String value) throws IOException {
        out.append('"');
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        out.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '\u2028', '\u2029', '\u007f' -> unicode(c);
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && !isPaired(value, i))) {
                        unicode(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < '\u007f' && c != '"' && c != '\\' && c != '<';
    }

    /** Half a character cannot be encoded. */
    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private void unicode(char c) throws IOException {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 15));
        }
    }
}
