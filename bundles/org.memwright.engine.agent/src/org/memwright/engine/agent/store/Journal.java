/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

/** Records in the order in which they were appended. What {@link #append} returned for is kept, whatever happens to the process. */
public interface Journal extends AutoCloseable {
    /**
     * Appends a record.
     *
     * @param record the first {@code length} bytes
     * @return where it stands, for {@link #read}
     */
    long append(byte[] record, int length);

    /** The record at a place that {@link #append} returned. */
    byte[] read(long place);

    /** Bytes written so far, records with their frames. */
    long writtenBytes();

    @Override
    void close();
}
