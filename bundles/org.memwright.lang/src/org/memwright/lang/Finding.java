/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang;

import java.util.List;
import org.eclipse.xtext.diagnostics.Severity;

/**
 * Something that is wrong, or worth knowing, at a place of a file.
 *
 * @param file the path as the project found it; for a file of the library its address
 * @param line 1 for the first
 * @param column 1 for the first
 * @param offset characters before the place
 * @param length characters that it covers
 * @param code stable code of {@link org.memwright.lang.issue.LangIssue}
 * @param message what is, what is allowed, why, how to fix
 * @param data what a quick fix needs, as the check gives it
 */
public record Finding(
        String file,
        int line,
        int column,
        int offset,
        int length,
        Severity severity,
        String code,
        String message,
        List<String> data) {
    public Finding {
        data = List.copyOf(data);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code trip.memw:12:3: error UNKNOWN_NAME: ...}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + " " + code
                + ": " + message;
    }
}
