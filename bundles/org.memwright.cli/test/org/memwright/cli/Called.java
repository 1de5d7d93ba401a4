/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a call of the program did.
 *
 * @param out results, with the folder of the test written as {@code DIR}
 * @param err diagnostics, likewise
 */
record Called(int exitCode, String out, String err) {
    /** Calls the program in this process. */
    static Called with(Object... arguments) {
        return in(new Interruption(), false, arguments);
    }

    /**
     * Calls the program in this process.
     *
     * @param seen whether somebody watches, in colour
     */
    static Called in(Interruption interruption, boolean seen, Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var results = new PrintStream(out, true, StandardCharsets.UTF_8);
        var diagnostics = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = seen
                ? new Terminal(
                        InputStream.nullInputStream(),
                        results,
                        diagnostics,
                        true,
                        Paint.COLOURED,
                        Paint.COLOURED,
                        100,
                        true)
                : Terminal.plain(results, diagnostics);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = new Main(terminal, interruption).run(words);
        return new Called(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same with a folder written as {@code DIR}. */
    Called without(Path folder) {
        return new Called(exitCode, out.replace(folder.toString(), "DIR"), err.replace(folder.toString(), "DIR"));
    }

    /** Both streams, for the message of a failing test. */
    @Override
    public String toString() {
        return "exit " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
    }

    /** Writes a file of a test. */
    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
