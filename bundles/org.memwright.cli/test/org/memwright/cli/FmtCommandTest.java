/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
    private static final String UGLY = "memory   Full for kv{store cache:kv() in hbm // all\n}";
    private static final String PRETTY = "memory Full for kv {\n  store cache : kv() in hbm  // all\n}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void file_isRewrittenOnceAndNamed() throws IOException {
        Path file = Called.write(folder.resolve("a.memw"), UGLY);

        Called first = Called.with("fmt", file).without(folder);
        assertEquals(0, first.exitCode(), first::toString);
        assertEquals("DIR/a.memw\n", first.out());
        assertEquals(PRETTY, Files.readString(file));

        Called second = Called.with("fmt", file);
        assertEquals(0, second.exitCode());
        assertEquals("", second.out());
    }

    @Test
    void check_changesNothingAndEndsWithOne() throws IOException {
        Path file = Called.write(folder.resolve("a.memw"), UGLY);
        Called.write(folder.resolve("b.memw"), PRETTY.replace("Full", "Other"));

        Called called = Called.with("fmt", "--check", folder).without(folder);
        assertEquals(1, called.exitCode());
        assertEquals("DIR/a.memw\n", called.out());
        assertEquals(UGLY, Files.readString(file));
    }

    @Test
    void syntaxError_leavesTheFileAlone() throws IOException {
        Path file = Called.write(folder.resolve("a.memw"), "memory  { ");

        Called called = Called.with("fmt", file);
        assertEquals(1, called.exitCode());
        assertTrue(called.err().contains(": error "), called::toString);
        assertEquals("memory  { ", Files.readString(file));
    }

    @Test
    void errorThatIsNotOfSyntax_doesNotMatter() {
        Path file = Called.write(folder.resolve("a.memw"), "memory Full extends Nothing {\n}\n");

        assertEquals(0, Called.with("fmt", file).exitCode());
    }

    @Test
    void path_mustBeGiven() {
        Called called = Called.with("fmt");

        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("PATH"), called::toString);
    }

    @Test
    void missingPath_isNamed() {
        Called called = Called.with("fmt", folder.resolve("nowhere.memw"));

        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("There is no file or folder"), called::toString);
    }
}
