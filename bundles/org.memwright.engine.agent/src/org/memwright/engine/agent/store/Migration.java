/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Brings journals of older schema versions up to the present one, in a new file that takes the place of the old.
 *
 * <p>Version 1: frames of length and record, without a checksum. Version 2: with one. Version 3: records of other kinds, for what is
 * rewritten, linked and laid in trees; those of version 2 mean what they meant.
 */
final class Migration {
    private Migration() {}

    /** @throws IOException where the file is none of ours, was written by a later version, or cannot be written */
    static void bring(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) < FileJournal.HEADER_BYTES) {
            return;
        }
        int version;
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readLong() != FileJournal.MAGIC) {
                throw new IOException(file + " is not the journal of a memory; name another folder");
            }
            version = in.readInt();
        }
        if (version > FileJournal.SCHEMA || version < 1) {
            throw new IOException(file + " has schema version " + version + ", this reads 1 to " + FileJournal.SCHEMA
                    + "; it was written by a later release, which must open it");
        }
        if (version == 1) {
            addChecksums(file);
        } else if (version < FileJournal.SCHEMA) {
            say(file);
        }
    }

    /** Writes the present version in the header: four bytes of one sector, written whole or not at all. */
    private static void say(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt(FileJournal.SCHEMA)
                            .flip(),
                    Long.BYTES);
            channel.force(true);
        }
    }

    private static void addChecksums(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            to.write(ByteBuffer.allocate(FileJournal.HEADER_BYTES)
                    .putLong(FileJournal.MAGIC)
                    .putInt(FileJournal.SCHEMA)
                    .flip());
            long at = FileJournal.HEADER_BYTES;
            var crc = new CRC32C();
            while (at + 4 <= from.size()) {
                var length = ByteBuffer.allocate(4);
                from.read(length, at);
                int bytes = length.getInt(0);
                if (bytes <= 0 || at + 4 + bytes > from.size()) {
                    break;
                }
                var record = ByteBuffer.allocate(bytes);
                from.read(record, at + 4);
                crc.reset();
                crc.update(record.array());
                var frame = ByteBuffer.allocate(FileJournal.FRAME_BYTES + bytes)
                        .putInt(bytes)
                        .putInt((int) crc.getValue())
                        .put(record.array())
                        .flip();
                while (frame.hasRemaining()) {
                    to.write(frame);
                }
                at += 4 + bytes;
            }
            to.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
