/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;

/**
 * Requests with their token ids in JSON lines.
 *
 * @param firstSeconds when the first arrives
 */
record Workload(double firstSeconds) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String PROMPT = "input_toks";
    private static final String ARRIVAL = "arrival_time_ns";

    /** Whether a file holds requests with arrivals and token ids, by its first row. */
    static boolean isWorkload(Path file) {
        if (!file.toString().endsWith(".jsonl")) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            JsonNode row = JsonNode.parse(first == null ? "" : first);
            return row.isObject() && row.fields().keySet().containsAll(List.of(PROMPT, ARRIVAL, "input_tok_ids"));
        } catch (IOException | JsonFailure other) {
            return false; // what cannot be read is no workload
        }
    }

    static Workload read(Path file) throws Unreplayable {
        double first = Double.POSITIVE_INFINITY;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    first = Math.min(first, JsonNode.parse(line).get(ARRIVAL).number() / NANOS_PER_SECOND);
                }
                line = lines.readLine();
            }
        } catch (IOException | JsonFailure unreadable) {
            throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return new Workload(first);
    }
}
