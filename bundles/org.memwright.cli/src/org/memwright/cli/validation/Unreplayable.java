/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

/** A measurement that cannot be predicted: the message says why and what would help. */
final class Unreplayable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreplayable(String message) {
        super(message);
    }

    Unreplayable(String message, Throwable cause) {
        super(message, cause);
    }
}
