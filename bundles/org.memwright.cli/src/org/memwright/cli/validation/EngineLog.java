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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What vLLM printed of itself when it started; where it is silent, its defaults.
 *
 * @param version such as {@code 0.11}
 * @param model as the engine was told; empty where nothing was printed
 * @param tokens that there was room for keys and values of; 0 where it is not told
 */
record EngineLog(String version, String model, boolean eager, boolean sharesPrefixes, int blockTokens, double tokens) {
    private static final int MOST_LINES = 2000;
    private static final Pattern VERSION = Pattern.compile("LLM engine \\(v(\\d+\\.\\d+)");
    private static final Pattern MODEL = Pattern.compile("config: model='([^']+)'");
    private static final Pattern EAGER = Pattern.compile("enforce_eager['\"]?[:=] ?True");
    private static final Pattern UNSHARED = Pattern.compile("enable_prefix_caching['\"]?[:=] ?False");
    private static final Pattern BLOCK = Pattern.compile("['\"]block_size['\"]: (\\d{1,5})");
    private static final Pattern TOKENS = Pattern.compile("KV cache size: ([\\d,]+) tokens");

    /** What the first of some files says that is the output of an engine; the defaults where none is. */
    static EngineLog find(List<Path> files) throws Unreplayable {
        var found = new EngineLog("0.19", "", false, true, 16, 0);
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".txt") || name.endsWith(".log")) {
                EngineLog read = read(file, found);
                if (!read.model.isEmpty()) {
                    return read;
                }
            }
        }
        return found;
    }

    private static EngineLog read(Path file, EngineLog unsaid) throws Unreplayable {
        EngineLog log = unsaid;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (int i = 0; i < MOST_LINES && line != null; i++) {
                log = log.with(line);
                line = lines.readLine();
            }
        } catch (IOException unreadable) {
            throw new Unreplayable(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return log;
    }

    private EngineLog with(String line) {
        return new EngineLog(
                first(VERSION, line, version),
                first(MODEL, line, model),
                eager || EAGER.matcher(line).find(),
                sharesPrefixes && !UNSHARED.matcher(line).find(),
                Integer.parseInt(first(BLOCK, line, Integer.toString(blockTokens))),
                Double.parseDouble(first(TOKENS, line, Double.toString(tokens)).replace(",", "")));
    }

    private static String first(Pattern pattern, String line, String otherwise) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
