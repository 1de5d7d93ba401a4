/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.RunFailure;

/** One line of a recording; every error says where it is. */
final class JsonLine {
    private static final Pattern COLUMN = Pattern.compile("line 1 column (\\d+)");

    private final Path file;
    private final long line;
    private final JsonObject object;

    private JsonLine(Path file, long line, JsonObject object) {
        this.file = file;
        this.line = line;
        this.object = object;
    }

    static JsonLine parse(Path file, long line, String text) throws RunFailure {
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            // strict: peeking complains where something is behind the object
            if (reader.peek() != JsonToken.END_DOCUMENT || !element.isJsonObject()) {
                throw new RunFailure(
                        file + ":" + line + ":1: this is " + (element.isJsonArray() ? "a list" : "a single value")
                                + ", must be a JSON object such as {\"turn\": \"search\", \"text\": \"...\"}");
            }
            return new JsonLine(file, line, element.getAsJsonObject());
        } catch (JsonParseException | IOException broken) {
            Matcher column = COLUMN.matcher(String.valueOf(broken.getMessage()));
            int at = column.find() ? Integer.parseInt(column.group(1)) : 1;
            throw new RunFailure(
                    file + ":" + line + ":" + Math.min(at, text.length() + 1)
                            + ": this is not JSON; check quotes, commas and brackets before this place",
                    broken);
        }
    }

    /** A failure at this line, at the key where it is there. */
    RunFailure failure(String key, String message) {
        return new RunFailure(file + ":" + line + ": " + (key.isEmpty() ? "" : "\"" + key + "\": ") + message);
    }

    long line() {
        return line;
    }

    boolean has(String key) {
        return object.has(key) && !object.get(key).isJsonNull();
    }

    void allow(Set<String> keys) throws RunFailure {
        for (String key : object.keySet()) {
            if (!keys.contains(key)) {
                throw failure(key, "there is no such key here; there are " + String.join(", ", new TreeSet<>(keys)));
            }
        }
    }

    String text(String key) throws RunFailure {
        JsonElement value = object.get(key);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        return text(key, value);
    }

    private String text(String key, JsonElement value) throws RunFailure {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw failure(key, "this is " + value + ", must be a text in quotes");
        }
        return value.getAsString();
    }

    List<String> texts(String key) throws RunFailure {
        List<String> texts = new ArrayList<>();
        for (JsonElement each : list(key)) {
            texts.add(text(key, each));
        }
        return texts;
    }

    private JsonArray list(String key) throws RunFailure {
        JsonElement value = object.get(key);
        if (value == null || value.isJsonNull()) {
            return new JsonArray();
        }
        if (!value.isJsonArray()) {
            throw failure(key, "this is " + value + ", must be a list such as [\"dates\"]");
        }
        return value.getAsJsonArray();
    }

    /** Names with values; from a list of names alone, without them. */
    Map<String, String> values(String key) throws RunFailure {
        Map<String, String> values = new LinkedHashMap<>();
        JsonElement value = object.get(key);
        if (value == null || value.isJsonNull()) {
            return values;
        }
        if (value.isJsonArray()) {
            texts(key).forEach(name -> values.put(name, ""));
            return values;
        }
        if (!value.isJsonObject()) {
            throw failure(
                    key,
                    "this is " + value + ", must be an object of names and values such as {\"ticket\": \"KX-12\"}");
        }
        for (var entry : value.getAsJsonObject().entrySet()) {
            values.put(entry.getKey(), text(key, entry.getValue()));
        }
        return values;
    }

    List<JsonLine> objects(String key) throws RunFailure {
        List<JsonLine> objects = new ArrayList<>();
        for (JsonElement each : list(key)) {
            if (!each.isJsonObject()) {
                throw failure(key, "this is " + each + ", must be an object such as {\"step\": \"flight\"}");
            }
            objects.add(new JsonLine(file, line, each.getAsJsonObject()));
        }
        return objects;
    }

    /** A number that is not negative; NaN where there is none. */
    double number(String key) throws RunFailure {
        @Nullable JsonElement value = object.get(key);
        if (value == null || value.isJsonNull()) {
            return Double.NaN;
        }
        boolean number = value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
        if (!number || !(value.getAsDouble() >= 0) || Double.isInfinite(value.getAsDouble())) {
            throw failure(key, "this is " + value + ", must be a number of at least 0");
        }
        return value.getAsDouble();
    }
}
