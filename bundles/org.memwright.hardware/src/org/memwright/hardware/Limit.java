/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/** What makes an operation take as long as it does. */
public enum Limit {
    /** The operations per second of the compute unit. */
    COMPUTE,

    /** The bandwidth of a tier. */
    TIER,

    /** The time until the first byte of a tier arrives. */
    LATENCY,

    /** Starting the operation takes longer than the operation. */
    LAUNCH
}
