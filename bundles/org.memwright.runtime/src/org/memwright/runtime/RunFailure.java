/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import org.jspecify.annotations.Nullable;

/** Says why a run cannot go on: what is, what is allowed, why, how to fix; with file, line and column where it is data. */
public final class RunFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public RunFailure(String message) {
        super(message);
    }

    public RunFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
