/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void help_listsCommandsWithExamplesAndExitCodes() {
        Called called = Called.with("--help");

        assertEquals(0, called.exitCode());
        assertEquals("", called.err());
        for (String said : List.of(
                "Usage: memwright",
                "new ",
                "check ",
                "run ",
                "fmt ",
                "explain ",
                "catalog ",
                "lsp ",
                "Examples:",
                "Exit codes: 0 ok,")) {
            assertTrue(called.out().contains(said), () -> said + " is missing in\n" + called.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "check", "run", "fmt", "explain", "catalog", "lsp"})
    void help_ofEveryCommandHasExamples(String command) {
        Called called = Called.with(command, "--help");

        assertEquals(0, called.exitCode());
        assertEquals("", called.err());
        assertTrue(called.out().startsWith("Usage: memwright " + command), called::toString);
        assertTrue(called.out().contains("Examples:\n"), called::toString);
        called.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void version_isThatOfTheBundle() {
        Called called = Called.with("--version");

        assertEquals(0, called.exitCode());
        assertTrue(called.out().matches("(?s)memwright \\d+\\.\\d+\\.\\d+.*\nJava \\d+.*\n"), called::toString);
    }

    @Test
    void nothing_isAWrongCall() {
        Called called = Called.with();

        assertEquals(2, called.exitCode());
        assertEquals("", called.out());
        assertEquals(
                "memwright: error: a command is missing; there are new, check, run, calibrate, validate, fmt, explain,"
                        + " catalog, lsp. memwright --help says more.\n",
                called.err());
    }

    @Test
    void unknownCommand_suggestsTheNearest() {
        Called called = Called.with("chekc");

        assertEquals(2, called.exitCode());
        assertEquals(
                "memwright: error: 'chekc' is no command. Did you mean 'check'? memwright --help says what there is.\n",
                called.err());
    }

    @Test
    void unknownOption_namesTheHelp() {
        Called called = Called.with("run", "--thread", "2");

        assertEquals(2, called.exitCode());
        assertEquals("", called.out());
        assertTrue(called.err().contains("--thread"), called::toString);
        assertTrue(called.err().contains("memwright run --help says what there is."), called::toString);
    }

    @Test
    void laterCommands_areNotThere() {
        for (String later : List.of("sweep", "validate", "report", "catalog")) {
            assertEquals(2, Called.with(later).exitCode(), later);
        }
    }

    @Test
    void defect_isOneLineAndHowToGetTheTrace() {
        var broken = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("the paper is out\nof ink");
            }
        };
        var err = new ByteArrayOutputStream();
        var terminal = Terminal.plain(broken, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertEquals(4, new Main(terminal, new Interruption()).run("explain", "ttft"));
        assertEquals("""
                memwright: error: IllegalStateException: the paper is out
                  This is a defect of memwright. --verbose or MEMWRIGHT_DEBUG=1 shows where; please report it with the design.
                """, err.toString(StandardCharsets.UTF_8));

        err.reset();
        assertEquals(4, new Main(terminal, new Interruption()).run("explain", "ttft", "--verbose"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("\tat org.memwright.cli."));
    }

    @Test
    void colours_areOnlyForThoseWhoSeeThem() {
        assertFalse(Called.with("explain", "ttft").out().contains("\u001b["));
        assertTrue(Called.in(new Interruption(), true, "explain", "ttft").out().contains("\u001b[1mttft"));
    }
}
