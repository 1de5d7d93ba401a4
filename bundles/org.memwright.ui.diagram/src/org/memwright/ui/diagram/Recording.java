/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memwright.ui.live.Status;

/**
 * How the steps of a task went in a run: one JSON object a line, such as {@code {"step": "flight/search", "status": "done", "time":
 * 1.5}} with the time in seconds.
 *
 * @param changes in the order of their times
 */
public record Recording(List<Change> changes) {
    /** A step gets a status. */
    public record Change(double seconds, String step, Status status) {}

    public Recording {
        changes = changes.stream()
                .sorted(Comparator.comparingDouble(Change::seconds))
                .toList();
    }

    /**
     * Reads a recording.
     *
     * @throws IOException if the file cannot be read, or a line is not such an object; the message names the line
     */
    public static Recording read(Path file) throws IOException {
        List<Change> changes = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                changes.add(change(lines.get(i), file.getFileName() + ":" + (i + 1)));
            }
        }
        return new Recording(changes);
    }

    private static Change change(String line, String place) throws IOException {
        try {
            JsonElement parsed = JsonParser.parseString(line);
            if (parsed instanceof JsonObject object
                    && object.has("step")
                    && object.has("status")
                    && object.has("time")) {
                String status = object.get("status").getAsString().toUpperCase(Locale.ROOT);
                return new Change(
                        object.get("time").getAsDouble(),
                        object.get("step").getAsString().replace('.', '/'),
                        Status.valueOf(status));
            }
        } catch (JsonParseException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new IOException(place + " is no change of a step: " + e.getMessage(), e);
        }
        throw new IOException(place
                + " is no change of a step. A line has step, status (pending, active, done, failed or skipped) and"
                + " time in seconds.");
    }

    /** The time of the last change, in seconds. */
    public double end() {
        return changes.isEmpty() ? 0 : changes.getLast().seconds();
    }

    /** The status that each step has at a time. */
    public Map<String, Status> at(double seconds) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.seconds() > seconds) {
                break;
            }
            statuses.put(change.step(), change.status());
        }
        return statuses;
    }
}
