/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.pressure;

import java.util.Optional;

/** Makes room by taking a running request out of service. */
public interface Pressure {
    /** What happens where a memory does not say: the request is computed again. */
    Pressure RECOMPUTE = new Pressure() {
        @Override
        public Way way() {
            return Way.RECOMPUTE;
        }

        @Override
        public Optional<String> tier() {
            return Optional.empty();
        }
    };

    /** How the request gives way. */
    Way way();

    /** The tier that the request's keys and values wait in; empty for the next tier that has room. */
    Optional<String> tier();

    /** How a request gives way. */
    enum Way {
        /** Its keys and values are freed and computed again when it comes back. */
        RECOMPUTE,
        /** Its keys and values are moved to a tier and back; where that is full, they are computed again. */
        SWAP
    }
}
