/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a description of a cluster in JSON says of the device and the model, wherever in it.
 *
 * @param hardware empty where it does not say
 * @param model empty where it does not say
 */
record ClusterConfig(String hardware, String model) {
    private static final Pattern HARDWARE = Pattern.compile("\"hardware\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern MODEL = Pattern.compile("\"model_name\"\\s*:\\s*\"([^\"]+)\"");

    /** What the first of some files says that names a model. */
    static ClusterConfig find(List<Path> files) throws Unreplayable {
        for (Path file : files) {
            if (file.toString().endsWith(".json")) {
                String text;
                try {
                    text = Files.readString(file, StandardCharsets.UTF_8);
                } catch (IOException unreadable) {
                    throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
                }
                String model = first(MODEL, text);
                if (!model.isEmpty()) {
                    return new ClusterConfig(first(HARDWARE, text), model);
                }
            }
        }
        throw new Unreplayable("no JSON beside it names model_name and hardware");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
