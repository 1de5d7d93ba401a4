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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memwright.catalog.ProjectTemplate;

class NewCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void project_isRightAndFormatted() {
        Path made = folder.resolve("mine");

        Called called = Called.with("new", made).without(folder);
        assertEquals(0, called.exitCode(), called::toString);
        assertEquals("made DIR/mine/design.memw\nnext: memwright run DIR/mine\n", called.out());
        assertEquals(
                0,
                Called.with("check", made).exitCode(),
                () -> Called.with("check", made).toString());
        assertEquals(0, Called.with("fmt", "--check", made).exitCode());
    }

    @ParameterizedTest
    @EnumSource
    void template_runsAsItIs(ProjectTemplate template) throws IOException {
        Path made = Called.write(folder.resolve(ProjectTemplate.FILE), template.text());

        assertEquals(0, Called.with("fmt", "--check", made).exitCode(), "is formatted");
        Called run = Called.with("run", made);
        assertEquals(0, run.exitCode(), run::toString);
    }

    @Test
    void folderWithFiles_isLeftAlone() throws IOException {
        Path file = Called.write(folder.resolve("design.memw"), "// mine\n");

        Called called = Called.with("new", folder).without(folder);
        assertEquals(2, called.exitCode());
        assertEquals(
                "memwright: error: DIR is not empty, and nothing of yours is overwritten. Give a new folder.\n",
                called.err());
        assertEquals("// mine\n", Files.readString(file));
    }

    @Test
    void emptyFolder_isTaken() {
        assertEquals(0, Called.with("new", folder).exitCode());
    }

    @Test
    void file_isRefused() {
        Called called =
                Called.with("new", Called.write(folder.resolve("a"), "x")).without(folder);

        assertEquals(2, called.exitCode());
        assertTrue(called.err().contains("DIR/a is a file."), called::toString);
    }
}
