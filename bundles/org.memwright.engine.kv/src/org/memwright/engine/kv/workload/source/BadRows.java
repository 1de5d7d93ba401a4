/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import java.util.List;
import org.memwright.runtime.RunFailure;

/** Counts the bad rows of a file, or makes the first one an error. */
public final class BadRows {
    private final TraceFile file;
    private final boolean skip;
    private long count;
    private String first = "";

    /** @param skip whether bad rows are counted rather than an error */
    public BadRows(TraceFile file, boolean skip) {
        this.file = file;
        this.skip = skip;
    }

    /**
     * @param line 1 for the first
     * @throws RunFailure unless bad rows are skipped
     */
    public void report(long line, BadRow bad) throws RunFailure {
        String text = file.name() + ":" + line + ":" + bad.column() + ": " + bad.getMessage();
        if (!skip) {
            throw new RunFailure(file.path() + ":" + line + ":" + bad.column() + ": " + bad.getMessage()
                    + " Mend the row, or write 'skip bad' in the workload to leave out such rows and count them.");
        }
        if (count++ == 0) {
            first = text;
        }
    }

    public long count() {
        return count;
    }

    /** What the reader of a result must know; nothing where no row was bad. */
    public List<String> notes() {
        return switch ((int) Math.min(count, 2)) {
            case 0 -> List.of();
            case 1 -> List.of("1 bad row of " + file.name() + " was skipped: " + first);
            default -> List.of(count + " bad rows of " + file.name() + " were skipped; the first: " + first);
        };
    }

    /**
     * What to say where no row is left.
     *
     * @param found what the file has instead, such as {@code a header but no rows}
     */
    public RunFailure nothingLeft(String found) {
        return new RunFailure(file.path() + ": "
                + (count == 0
                        ? "has " + found + "; a workload needs at least one request."
                        : "has no row that can be read: all " + count + " are bad and were skipped. The first: "
                                + first));
    }
}
