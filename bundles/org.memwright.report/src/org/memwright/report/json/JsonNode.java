/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A value of a JSON text. It knows its path, so that what is missing or of the wrong kind can be named.
 *
 * <p>Accessors throw {@link JsonFailure}.
 */
public final class JsonNode {
    private final String path;
    private final Object value;

    /** @param value a {@code Map}, {@code List}, {@code long[]}, {@code double[]}, text, number, truth or {@link Null} */
    private JsonNode(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /** What stands for {@code null} in a tree. */
    enum Null {
        NULL
    }

    /** Reads a text. */
    public static JsonNode parse(String text) throws JsonFailure {
        return new JsonNode("", new JsonParser(text).parse());
    }

    public boolean isNull() {
        return value instanceof Null;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isArray() {
        return value instanceof List || value instanceof long[] || value instanceof double[];
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean isNumber() {
        return value instanceof Number;
    }

    /** Whether it is the word {@code true}. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** Whether it is a number without a fraction. */
    public boolean isWhole() {
        return value instanceof Long;
    }

    /** Where it stands: {@code experiments[0].runs[3].seed}; empty for the whole. */
    public String path() {
        return path;
    }

    /** The value of a key. */
    public JsonNode get(String key) throws JsonFailure {
        Object found = map().get(key);
        if (found == null) {
            throw new JsonFailure((path.isEmpty() ? "it" : path) + " has no '" + key + "'");
        }
        return new JsonNode(path.isEmpty() ? key : path + "." + key, found);
    }

    /** The values by key, in the order of the text. */
    public Map<String, JsonNode> fields() throws JsonFailure {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (String key : map().keySet()) {
            fields.put(key, get(key));
        }
        return fields;
    }

    private Map<String, Object> map() throws JsonFailure {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("an object");
        }
        Map<String, Object> checked = Collections.checkedMap(new LinkedHashMap<>(), String.class, Object.class);
        map.forEach((key, each) -> checked.put((String) key, each));
        return checked;
    }

    /** The values of an array. */
    public List<JsonNode> list() throws JsonFailure {
        List<JsonNode> nodes = new ArrayList<>();
        switch (value) {
            case List<?> list -> list.forEach(each -> nodes.add(at(nodes.size(), each)));
            case long[] whole -> {
                for (long each : whole) {
                    nodes.add(at(nodes.size(), each));
                }
            }
            case double[] numbers -> {
                for (double each : numbers) {
                    nodes.add(at(nodes.size(), Double.isNaN(each) ? Null.NULL : each));
                }
            }
            default -> throw wrong("an array");
        }
        return nodes;
    }

    private JsonNode at(int index, Object each) {
        return new JsonNode(path + "[" + index + "]", each);
    }

    /** The values of an array, each made into something. */
    public <T> List<T> list(Reading<T> reading) throws JsonFailure {
        List<T> values = new ArrayList<>();
        for (JsonNode node : list()) {
            values.add(reading.read(node));
        }
        return values;
    }

    /** Makes something of a node. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonNode node) throws JsonFailure;
    }

    public String text() throws JsonFailure {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    /** A number; NaN for null. */
    public double number() throws JsonFailure {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Null none -> Double.NaN;
            default -> throw wrong("a number");
        };
    }

    /** A whole number. */
    public long whole() throws JsonFailure {
        if (value instanceof Long whole) {
            return whole;
        }
        throw wrong("a whole number");
    }

    /** A whole number of 32 bits. */
    public int count() throws JsonFailure {
        long whole = whole();
        if (whole != (int) whole) {
            throw wrong("a number below 2147483648");
        }
        return (int) whole;
    }

    /** An array of numbers; NaN for null. */
    public double[] numbers() throws JsonFailure {
        return switch (value) {
            case double[] numbers -> numbers.clone();
            case long[] whole -> Arrays.stream(whole).asDoubleStream().toArray();
            case List<?> empty when empty.isEmpty() -> new double[0];
            default -> throw wrong("an array of numbers");
        };
    }

    /** An array of whole numbers. */
    public long[] wholes() throws JsonFailure {
        if (value instanceof long[] whole) {
            return whole.clone();
        }
        if (value instanceof List<?> empty && empty.isEmpty()) {
            return new long[0];
        }
        throw wrong("an array of whole numbers");
    }

    /** One of several words. */
    public <T> T word(Function<String, T> meaning) throws JsonFailure {
        try {
            return meaning.apply(text());
        } catch (IllegalArgumentException unknown) {
            throw new JsonFailure(path + " is '" + text() + "', which is none of the words that may stand there");
        }
    }

    private JsonFailure wrong(String wanted) {
        String found = switch (value) {
            case Map<?, ?> map -> "an object";
            case List<?> list -> "an array";
            case long[] numbers -> "an array of whole numbers";
            case double[] numbers -> "an array of numbers";
            case String text -> "a text";
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            default -> "null";
        };
        return new JsonFailure((path.isEmpty() ? "it" : path) + " is " + found + ", must be " + wanted);
    }
}
