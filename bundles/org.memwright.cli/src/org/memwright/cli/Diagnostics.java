/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.compile.Problem;
import org.memwright.lang.Finding;
import org.memwright.lang.issue.LangIssue;

/**
 * Shows what is wrong with designs: place, code, message, and the line with the place marked.
 *
 * <p>State: counts, and the files that were looked into.
 */
final class Diagnostics {
    private static final int WIDEST_LINE = 160;
    private static final int TAB = 8;

    /** What is wrong with the call rather than with a design. */
    private static final Set<String> OF_THE_CALL =
            Set.of(LangIssue.FILE_MISSING.code(), LangIssue.NOT_A_DESIGN.code(), LangIssue.NO_DESIGNS.code());

    private final Terminal terminal;
    private final Map<String, List<String>> lines = new HashMap<>();
    private int errors;
    private int warnings;
    private int errorsOfTheCall;

    Diagnostics(Terminal terminal) {
        this.terminal = terminal;
    }

    int errors() {
        return errors;
    }

    int warnings() {
        return warnings;
    }

    /** How a command ends for what was shown. */
    int exitCode() {
        if (errors == 0) {
            return ExitCode.OK;
        }
        return errors == errorsOfTheCall ? ExitCode.USAGE : ExitCode.DESIGN;
    }

    void show(Finding finding) {
        boolean ofTheCall = OF_THE_CALL.contains(finding.code());
        errorsOfTheCall += ofTheCall ? 1 : 0;
        show(
                finding.file(),
                ofTheCall ? 0 : finding.line(),
                finding.column(),
                finding.length(),
                finding.isError(),
                finding.code(),
                finding.message());
    }

    void show(Problem problem) {
        boolean error = problem.kind() != Problem.Kind.WARNING;
        show(
                problem.position().file(),
                problem.position().line(),
                problem.position().column(),
                0,
                error,
                problem.code(),
                problem.message());
    }

    private void show(String file, int line, int column, int length, boolean error, String code, String message) {
        errors += error ? 1 : 0;
        warnings += error ? 0 : 1;
        Paint paint = terminal.errPaint();
        String severity = error ? paint.boldRed("error") : paint.apply("1;33", "warning");
        String place = line > 0 ? paint.bold(shown(file) + ":" + line + ":" + column) + ": " : "memwright: ";
        terminal.err().println(place + severity + " " + paint.faint(code) + ": " + message);
        if (line > 0) {
            excerpt(file, line, column, length);
        }
    }

    /** A path as a person here would write it. */
    static String shown(String file) {
        if (file.contains(":/")) {
            return file;
        }
        Path path = Path.of(file);
        Path here = Path.of("").toAbsolutePath();
        return path.isAbsolute() && path.startsWith(here) && !path.equals(here)
                ? here.relativize(path).toString()
                : file;
    }

    private void excerpt(String file, int line, int column, int length) {
        List<String> all = lines.computeIfAbsent(file, Diagnostics::read);
        if (line > all.size() || all.get(line - 1).length() > WIDEST_LINE) {
            return;
        }
        String text = all.get(line - 1);
        if (text.isBlank()) {
            return;
        }
        var before = new StringBuilder();
        var shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String cell = text.charAt(i) == '\t' ? " ".repeat(TAB - shown.length() % TAB) : text.substring(i, i + 1);
            shown.append(cell);
            if (i < column - 1) {
                before.append(" ".repeat(cell.length()));
            }
        }
        int marked = Math.clamp(length, 1, Math.max(1, text.length() - column + 1));
        String number = String.valueOf(line);
        Paint paint = terminal.errPaint();
        terminal.err().println(paint.faint("  " + number + " | ") + shown);
        terminal.err()
                .println(paint.faint("  " + " ".repeat(number.length()) + " | ")
                        + before
                        + paint.boldRed("^" + "~".repeat(marked - 1)));
    }

    private static List<String> read(String file) {
        if (file.isEmpty() || file.contains(":/")) {
            return List.of();
        }
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException unreadable) {
            return List.of(); // then the message stands alone
        }
    }
}
