/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A journal that lives as long as the run. */
public final class MemoryJournal implements Journal {
    private final List<byte[]> records = new ArrayList<>();
    private long bytes;

    @Override
    public long append(byte[] record, int length) {
        records.add(Arrays.copyOf(record, length));
        bytes += length + (long) FileJournal.FRAME_BYTES;
        return records.size() - 1L;
    }

    @Override
    public byte[] read(long place) {
        return records.get((int) place);
    }

    @Override
    public long writtenBytes() {
        return bytes;
    }

    @Override
    public void close() {
        records.clear();
    }
}
