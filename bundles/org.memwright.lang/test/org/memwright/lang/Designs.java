/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The designs beside the tests, and the language that reads them. */
public final class Designs {
    /** Made once: putting the language together takes longer than most tests. */
    public static final Language LANGUAGE = Language.standalone();

    private Designs() {}

    /** A folder beside this class, such as {@code golden}. */
    public static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Designs.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The designs of such a folder, by path. */
    public static List<Path> of(String name) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(Project.EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The text of a file with the line breaks of the language's own files. */
    public static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A project of one file that is not on disk. */
    public static Project project(String text) {
        return Project.of(LANGUAGE, Path.of("design"), Map.of("design.memw", text));
    }

    /** What is wrong with a text: place, severity, code and message, a line each. */
    public static String findings(String name, String text) {
        Project project = Project.of(LANGUAGE, Path.of("design"), Map.of(name, text));
        return lines(project.findings());
    }

    /** Findings without the path, a line each. */
    public static String lines(List<Finding> findings) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : findings) {
            lines.append(
                            finding.toString(),
                            finding.file().length() + 1,
                            finding.toString().length())
                    .append('\n');
        }
        return lines.toString();
    }

    /** A design in its canonical form. */
    public static String formatted(String text) {
        Project project = project(text);
        return project.formatted(project.files().getFirst())
                .orElseThrow(() -> new AssertionError("has syntax errors: " + lines(project.findings()) + text));
    }
}
