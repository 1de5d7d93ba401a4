/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands have: help, and stack traces when asked for. */
abstract class BaseCommand implements Callable<Integer> {
    private final Main main;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 98,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--verbose", order = 99, description = "Show where a defect of memwright itself happened.")
    private boolean verbose;

    BaseCommand(Main main) {
        this.main = main;
    }

    boolean isVerbose() {
        return verbose;
    }

    Main main() {
        return main;
    }

    Terminal terminal() {
        return main.terminal();
    }
}
