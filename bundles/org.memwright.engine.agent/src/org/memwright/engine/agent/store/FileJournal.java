/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A journal in a file: a header with the schema version, then frames of length, checksum and record.
 *
 * <p>A record is handed to the operating system before {@link #append} returns, so a killed process loses none; {@link #sync}
 * brings what was appended to the device, against a loss of power. A frame that a crash cut off is dropped when the file is opened.
 *
 * <p>State: one writer, who keeps others out. Cost: one system call for each record.
 */
public final class FileJournal implements Journal {
    /** Bytes of a frame beside its record. */
    static final int FRAME_BYTES = 8;

    /** Version of what this writes; an older one is brought up to it by {@link Migration}. */
    static final int SCHEMA = 3;

    static final int HEADER_BYTES = 12;
    static final long MAGIC = 0x4D454D574A524E4CL;
    private static final int LONGEST_RECORD = 1 << 28;

    private final Path file;
    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private long end;

    private FileJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes records in the order of the file. */
    interface Reader {
        void record(long place, byte[] record);
    }

    /**
     * Opens or begins a journal and reads its records.
     *
     * @param from the first place to read; what stands before was read at an earlier time
     * @throws IOException where it cannot be opened, or was written by a later version
     */
    static FileJournal open(Path file, long from, Reader reader) throws IOException {
        Migration.bring(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var journal = new FileJournal(file, channel);
        if (channel.size() < HEADER_BYTES) {
            channel.truncate(0);
            var header = ByteBuffer.allocate(HEADER_BYTES)
                    .putLong(MAGIC)
                    .putInt(SCHEMA)
                    .flip();
            journal.write(header, 0);
            channel.force(true);
            journal.end = HEADER_BYTES;
        } else {
            journal.scan(Math.max(HEADER_BYTES, from), reader);
        }
        return journal;
    }

    private void scan(long from, Reader reader) throws IOException {
        long size = channel.size();
        long at = from;
        var input = ByteBuffer.allocate(1 << 20).limit(0);
        var crc = new CRC32C();
        while (at + FRAME_BYTES <= size) {
            input = fill(input, at, FRAME_BYTES);
            int length = input.getInt(input.position());
            int sum = input.getInt(input.position() + 4);
            if (length <= 0 || length > LONGEST_RECORD || at + FRAME_BYTES + length > size) {
                break;
            }
            input = fill(input, at, FRAME_BYTES + length);
            byte[] record = new byte[length];
            input.get(input.position() + FRAME_BYTES, record);
            crc.reset();
            crc.update(record);
            if ((int) crc.getValue() != sum) {
                break;
            }
            reader.record(at, record);
            input.position(input.position() + FRAME_BYTES + length);
            at += FRAME_BYTES + length;
        }
        if (at < size) {
            channel.truncate(at);
        }
        end = at;
    }

    /** A buffer that holds that many bytes from a place on, at its position. */
    private ByteBuffer fill(ByteBuffer input, long at, int wanted) throws IOException {
        if (input.remaining() >= wanted) {
            return input;
        }
        ByteBuffer larger = input.capacity() >= wanted ? input : ByteBuffer.allocate(wanted + (wanted >> 1));
        larger.clear();
        long place = at;
        while (larger.hasRemaining()) {
            int got = channel.read(larger, place);
            if (got < 0) {
                break;
            }
            place += got;
        }
        return larger.flip();
    }

    @Override
    public long append(byte[] record, int length) {
        int total = FRAME_BYTES + length;
        if (buffer.capacity() < total) {
            buffer = ByteBuffer.allocateDirect(total + (total >> 1));
        }
        var crc = new CRC32C();
        crc.update(record, 0, length);
        buffer.clear();
        buffer.putInt(length)
                .putInt((int) crc.getValue())
                .put(record, 0, length)
                .flip();
        long place = end;
        try {
            write(buffer, place);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
        end = place + total;
        return place;
    }

    private void write(ByteBuffer bytes, long place) throws IOException {
        long at = place;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public byte[] read(long place) {
        try {
            var frame = ByteBuffer.allocate(FRAME_BYTES);
            readFully(frame, place);
            byte[] record = new byte[frame.getInt(0)];
            readFully(ByteBuffer.wrap(record), place + FRAME_BYTES);
            return record;
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read", failed);
        }
    }

    private void readFully(ByteBuffer into, long place) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int got = channel.read(into, at);
            if (got < 0) {
                throw new IOException(file + " ends at " + channel.size() + ", but a record goes on to " + at);
            }
            at += got;
        }
    }

    /** Where the next record will stand. */
    long end() {
        return end;
    }

    /** Brings what was appended to the device. */
    void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public long writtenBytes() {
        return end;
    }

    @Override
    public void close() {
        try {
            channel.force(false);
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be closed", failed);
        }
    }
}
