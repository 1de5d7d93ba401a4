/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import org.memwright.hardware.calibration.MeasuredTable;
import org.memwright.hardware.calibration.MeasurementFailure;

/** Recognises tables by their columns, and writes paths into designs. */
final class Tables {
    private Tables() {}

    /** Whether a file is a table that has all of these columns. */
    static boolean has(Path file, String... columns) {
        if (!file.toString().matches(".*\\.[ct]sv(\\.gz)?")) {
            return false;
        }
        try (MeasuredTable table = MeasuredTable.open(file)) {
            return table.has(columns);
        } catch (MeasurementFailure unreadable) {
            return false; // what cannot be read is recognised by nobody
        }
    }

    /** A path as a text of the language. */
    static String quoted(Path file) {
        String absolute = file.toAbsolutePath().normalize().toString();
        return '"' + absolute.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
