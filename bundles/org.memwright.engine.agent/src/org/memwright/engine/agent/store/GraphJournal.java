/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of a graph of statements as records of a journal in a folder: a process killed at any moment loses none that was
 * acknowledged, and the graph is there again when the folder is opened.
 *
 * <p>State: one writer, who keeps others out. Schema version and migration are those of {@link FileJournal}. Cost: one record for each
 * node, each text that a node stands in, each join and each statement; opening reads them all.
 */
public final class GraphJournal implements AutoCloseable {
    private static final byte NODE = 1;
    private static final byte ORIGIN = 2;
    private static final byte JOIN = 3;
    private static final byte STATEMENT = 4;
    private static final String FILE = "graph";

    /** Takes the changes in the order in which they were made. */
    public interface Graph {
        /** A node, the next in number, has that phrase. */
        void node(String phrase);

        /** A node stands in a text. */
        void origin(int node, int origin);

        /** Two nodes are joined, or what joins them weighs more. */
        void join(int a, int b, double weight);

        /**
         * A statement was written; its nodes and join came before.
         *
         * @param subject -1 where it joins nothing
         * @param by the texts that say it
         */
        void statement(int subject, int object, String relation, List<Integer> by);
    }

    private final FolderLock lock;
    private final FileJournal journal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private GraphJournal(FolderLock lock, FileJournal journal) {
        this.lock = lock;
        this.journal = journal;
    }

    /**
     * Opens the graph of a folder, or begins one.
     *
     * @param into gets what was written before
     * @throws IOException where the folder cannot be used, another memory uses it, or a later version wrote it
     */
    public static GraphJournal open(Path folder, Graph into) throws IOException {
        FolderLock lock = FolderLock.take(folder);
        try {
            return new GraphJournal(
                    lock, FileJournal.open(folder.resolve(FILE), 0, (place, record) -> replay(record, into)));
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    private static void replay(byte[] record, Graph into) {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(record))) {
            switch (in.readByte()) {
                case NODE -> into.node(in.readUTF());
                case ORIGIN -> into.origin(in.readInt(), in.readInt());
                case JOIN -> into.join(in.readInt(), in.readInt(), in.readDouble());
                case STATEMENT -> {
                    int subject = in.readInt();
                    int object = in.readInt();
                    String relation = in.readUTF();
                    List<Integer> by = new ArrayList<>();
                    for (int left = in.readInt(); left > 0; left--) {
                        by.add(in.readInt());
                    }
                    into.statement(subject, object, relation, by);
                }
                default -> throw new IllegalStateException("a record of the graph is of no known kind");
            }
        } catch (IOException cut) {
            throw new UncheckedIOException("a record of the graph is cut off", cut);
        }
    }

    /** Writes that there is a node more. */
    public void node(String phrase) {
        append(NODE, () -> out.writeUTF(phrase));
    }

    /** Writes that a node stands in a text. */
    public void origin(int node, int origin) {
        append(ORIGIN, () -> {
            out.writeInt(node);
            out.writeInt(origin);
        });
    }

    /** Writes that two nodes are joined. */
    public void join(int a, int b, double weight) {
        append(JOIN, () -> {
            out.writeInt(a);
            out.writeInt(b);
            out.writeDouble(weight);
        });
    }

    /** Writes that there is a statement more; the subject is -1 where it joins nothing. */
    public void statement(int subject, int object, String relation, List<Integer> by) {
        append(STATEMENT, () -> {
            out.writeInt(subject);
            out.writeInt(object);
            out.writeUTF(relation);
            out.writeInt(by.size());
            for (int origin : by) {
                out.writeInt(origin);
            }
        });
    }

    /** Writes the fields of a record. */
    private interface Fields {
        void write() throws IOException;
    }

    private void append(byte kind, Fields fields) {
        bytes.reset();
        try {
            out.writeByte(kind);
            fields.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a record in memory cannot be written", impossible);
        }
        byte[] record = bytes.toByteArray();
        journal.append(record, record.length);
    }

    /** Brings what was written to the device, against a loss of power. */
    public void sync() throws IOException {
        journal.sync();
    }

    @Override
    public void close() {
        journal.close();
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("a graph cannot be given free", failed);
        }
    }
}
