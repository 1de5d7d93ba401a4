/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command line writes: results to one stream, diagnostics and progress to another.
 *
 * @param in what a client of the language server says
 * @param out results
 * @param err diagnostics and progress
 * @param watched whether a person sees {@code err} as it is written, so that progress may be drawn over itself
 * @param outPaint colours of results; plain unless a person sees them
 * @param errPaint colours of diagnostics
 * @param width characters to a line of results
 * @param unicode whether lines of boxes and the like may be used
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean watched,
        Paint outPaint,
        Paint errPaint,
        int width,
        boolean unicode) {
    private static final int USUAL_WIDTH = 100;

    /**
     * The streams of the process, in UTF-8.
     *
     * <p>Whether each is a terminal is what the launcher script found, in the system property {@code memwright.terminal}:
     * {@code 1} for results, {@code 2} for diagnostics. Without the script it is asked of {@code /proc}, and where there is
     * none the answer is no.
     */
    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean outSeen = isTerminal(1);
        boolean errSeen = isTerminal(2);
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                errSeen && !dumb,
                Paint.of(outSeen && colours),
                Paint.of(errSeen && colours),
                width(environment.getOrDefault("COLUMNS", "")),
                outSeen);
    }

    /** A stream to nobody's terminal, such as that of a test. */
    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(
                InputStream.nullInputStream(), out, err, false, Paint.of(false), Paint.of(false), USUAL_WIDTH, false);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int width(String told) {
        try {
            return told.isEmpty() ? USUAL_WIDTH : Math.clamp(Integer.parseInt(told), 40, 400);
        } catch (NumberFormatException notANumber) {
            return USUAL_WIDTH;
        }
    }

    private static boolean isTerminal(int descriptor) {
        String told = System.getProperty("memwright.terminal");
        if (told != null) {
            return told.contains(String.valueOf(descriptor));
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notThere) {
            return false;
        }
    }
}
