/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve;

/** In which order waiting requests are admitted. */
public enum Order {
    /** First come, first served. */
    ARRIVAL,
    /** The shortest prompt first; those of one length as they came. */
    SHORTEST
}
