/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

/** Charges what mechanisms compute and move to the declared hardware; what is charged within one event adds up to its latency. */
public interface Ledger {
    /**
     * Charges an operation.
     *
     * @param operation what it is, such as {@code embedding}; one of these has one line in the report
     * @param operations additions and multiplications
     * @param tier name of the tier that it reads and writes; empty for the one next to the compute unit
     * @param pieces places that it reads
     * @param readBytes bytes at each of these
     * @param writtenBytes bytes that it writes, in one piece
     */
    void charge(String operation, double operations, String tier, double pieces, double readBytes, double writtenBytes);
}
