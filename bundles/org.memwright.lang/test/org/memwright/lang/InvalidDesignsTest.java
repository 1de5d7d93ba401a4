/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.lang.issue.LangIssue;

/**
 * Designs that are wrong, each with what is said about it in a file of its name beside it.
 *
 * <p>{@code -Dmemwright.golden=FOLDER} writes what is said now to a folder, for a change that means to say something else.
 */
class InvalidDesignsTest {
    /** Said about files and projects rather than about one text; {@link ProjectTest} provokes them. */
    private static final Set<String> OF_PROJECTS = Set.of(
            "FILE_MISSING",
            "FILE_UNREADABLE",
            "FILE_NOT_UTF8",
            "FILE_TOO_LARGE",
            "NOT_A_DESIGN",
            "NO_DESIGNS",
            "TOO_MANY_FILES",
            "DATA_FILE_MISSING",
            "AMBIGUOUS_NAME",
            "CHECK_FAILED");

    /** Said about words that only some engines have; their own tests provoke them. */
    private static final Set<String> OF_ENGINES = Set.of("FORMULA_NAME", "FORMULA_WRONG", "STORE_UNKNOWN");

    static List<Path> invalid() {
        return Designs.of("invalid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void design_isRefusedInTheseWords(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String said = Designs.findings(name, Designs.text(file));
        Path expected = expected(file);
        String golden = System.getProperty("memwright.golden", "");
        if (!golden.isEmpty()) {
            Files.createDirectories(Path.of(golden));
            Files.writeString(Path.of(golden).resolve(expected.getFileName()), said);
        }

        assertEquals(Designs.text(expected), said);
    }

    private static Path expected(Path file) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replace(Project.EXTENSION, ".txt"));
    }

    @Test
    void everyIssue_isProvoked() {
        Set<String> provoked = new TreeSet<>();
        for (Path file : invalid()) {
            for (String line : Designs.text(expected(file)).lines().toList()) {
                provoked.add(line.split("[ :]+", 5)[3]);
            }
        }
        Set<String> silent = new TreeSet<>();
        for (LangIssue issue : LangIssue.values()) {
            silent.add(issue.code());
        }

        silent.removeAll(provoked);
        silent.removeAll(OF_PROJECTS);
        silent.removeAll(OF_ENGINES);
        assertEquals(Set.of(), silent);
        assertTrue(invalid().size() >= 40, () -> "there are only " + invalid().size() + " invalid designs");
    }
}
