/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

/** A text is not JSON, or not the JSON that is expected; the message says where and what. */
public final class JsonFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonFailure(String message) {
        super(message);
    }
}
