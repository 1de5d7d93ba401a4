/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

/** How the command line ends, for scripts. */
final class ExitCode {
    /** All went well. */
    static final int OK = 0;

    /** A design has errors; they were listed. */
    static final int DESIGN = 1;

    /** The call was wrong: an unknown option, a setting that fits nothing. */
    static final int USAGE = 2;

    /** Everything ran, and an {@code expect} failed. */
    static final int EXPECTATION = 3;

    /** Anything else: a run failed, an engine is not built, a file cannot be written, a defect. */
    static final int OTHER = 4;

    /** Stopped with Ctrl-C, as shells count: 128 and the number of the signal. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
