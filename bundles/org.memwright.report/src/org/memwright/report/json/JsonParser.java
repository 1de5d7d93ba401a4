/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text into maps, lists, texts and numbers; arrays of numbers become {@code long[]} or {@code double[]}.
 *
 * <p>Source: RFC 8259. Cost: O(n), eight bytes for a number of an array.
 */
final class JsonParser {
    /** Deeper nesting is not a profile, and would exhaust the stack. */
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Object parse() throws JsonFailure {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("nothing more");
        }
        return value;
    }

    private Object value() throws JsonFailure {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : 0;
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", JsonNode.Null.NULL);
            default -> {
                if (c == '-' || (c >= '0' && c <= '9')) {
                    yield number();
                }
                throw wrong("a value");
            }
        };
    }

    private Object word(String word, Object meaning) throws JsonFailure {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return meaning;
    }

    private void enter() throws JsonFailure {
        at++;
        depth++;
        if (depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " levels");
        }
    }

    private Map<String, Object> object() throws JsonFailure {
        enter();
        Map<String, Object> fields = new LinkedHashMap<>();
        skipSpace();
        if (!taken('}')) {
            do {
                skipSpace();
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw wrong("a key in quotes");
                }
                String key = string();
                skipSpace();
                require(':');
                if (fields.put(key, value()) != null) {
                    throw wrong("each key once, not '" + key + "' again");
                }
                skipSpace();
            } while (taken(','));
            require('}');
        }
        depth--;
        return fields;
    }

    private Object array() throws JsonFailure {
        enter();
        List<Object> values = new ArrayList<>();
        var numbers = new Numbers();
        skipSpace();
        if (!taken(']')) {
            do {
                Object value = value();
                if (!values.isEmpty() || !numbers.add(value)) {
                    if (values.isEmpty()) {
                        numbers.moveTo(values);
                    }
                    values.add(value);
                }
                skipSpace();
            } while (taken(','));
            require(']');
        }
        depth--;
        return values.isEmpty() && numbers.size > 0 ? numbers.array() : values;
    }

    /** An array of numbers as it grows: whole ones until the first that is not. */
    private static final class Numbers {
        private long[] whole = new long[16];
        private double[] numbers = new double[0];
        private int size;

        /** Whether the value could be added: a number, or null for NaN. */
        boolean add(Object value) {
            if (value instanceof Long number) {
                grow();
                if (numbers.length == 0) {
                    whole[size++] = number;
                } else {
                    numbers[size++] = number;
                }
                return true;
            }
            if (value instanceof Double || value instanceof JsonNode.Null) {
                grow();
                if (numbers.length == 0) {
                    numbers = new double[whole.length];
                    for (int i = 0; i < size; i++) {
                        numbers[i] = whole[i];
                    }
                }
                numbers[size++] = value instanceof Double number ? number : Double.NaN;
                return true;
            }
            return false;
        }

        private void grow() {
            if (numbers.length == 0 && size == whole.length) {
                whole = Arrays.copyOf(whole, 2 * size);
            } else if (size == numbers.length && size > 0) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
        }

        void moveTo(List<Object> values) {
            for (int i = 0; i < size; i++) {
                if (numbers.length == 0) {
                    values.add(whole[i]);
                } else {
                    values.add(Double.isNaN(numbers[i]) ? JsonNode.Null.NULL : numbers[i]);
                }
            }
            size = 0;
        }

        Object array() {
            return numbers.length == 0 ? Arrays.copyOf(whole, size) : Arrays.copyOf(numbers, size);
        }
    }

    private Object number() throws JsonFailure {
        int start = at;
        boolean whole = true;
        taken('-');
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-') {
                whole = false;
            } else if (c < '0' || c > '9') {
                break;
            }
            at++;
        }
        String number = text.substring(start, at);
        try {
            // Nineteen digits and a sign may be too large for a long.
            if (whole && number.length() < 19) {
                return Long.parseLong(number);
            }
            if (whole) {
                try {
                    return Long.parseLong(number);
                } catch (NumberFormatException tooLarge) {
                    return Double.parseDouble(number);
                }
            }
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("a number");
        }
    }

    private String string() throws JsonFailure {
        at++;
        int start = at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(start, at++);
        }
        var unescaped = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return unescaped.toString();
            }
            unescaped.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a quote at the end of the text");
    }

    private char escaped() throws JsonFailure {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw wrong("four hexadecimal digits");
                }
                try {
                    char unicode = (char) Integer.parseInt(text, at, at + 4, 16);
                    at += 4;
                    yield unicode;
                } catch (NumberFormatException e) {
                    throw wrong("four hexadecimal digits");
                }
            }
            default -> throw wrong("an escape such as \\n");
        };
    }

    private void skipSpace() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char c) throws JsonFailure {
        if (!taken(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private JsonFailure wrong(String expected) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        String found = at >= text.length() ? "the end" : "'" + text.charAt(at) + "'";
        return new JsonFailure(
                "line " + line + ", column " + (at - start + 1) + ": expected " + expected + ", found " + found);
    }
}
