/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

/** What the time of a request goes to. */
enum Cause {
    QUEUEING("queueing"),
    COMPUTING("computing"),
    WEIGHTS("reading weights"),
    KEYS_VALUES("reading and keeping keys and values"),
    ACTIVATIONS("norms, activations and sampling"),
    LINKS("transfers over links"),
    COLLECTIVES("collectives and pipeline"),
    OVERHEAD("starting operations and host");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** How reports call it. */
    String label() {
        return label;
    }
}
