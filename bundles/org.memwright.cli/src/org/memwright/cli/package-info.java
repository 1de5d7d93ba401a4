/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The command line: check, run, fmt, explain, lsp, new.
 *
 * <p>In: arguments and files. Out: results on standard output, diagnostics on standard error, and an exit code: 0 ok, 1 the
 * design has errors, 2 usage, 3 an {@code expect} failed, 4 anything else.
 */
@NullMarked
package org.memwright.cli;

import org.jspecify.annotations.NullMarked;
