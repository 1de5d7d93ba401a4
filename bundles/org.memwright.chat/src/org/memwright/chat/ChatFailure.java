/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.chat;

import org.jspecify.annotations.Nullable;

/** Says why a language model gave no answer, and what to do. */
public final class ChatFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ChatFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
