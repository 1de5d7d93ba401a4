/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode;

/** One action of {@code on decode}. */
public interface DecodeStep {
    /**
     * Adds itself to what attention reads.
     *
     * @throws IllegalArgumentException where it does not go with the steps before it
     */
    void applyTo(DecodeReads reads);
}
