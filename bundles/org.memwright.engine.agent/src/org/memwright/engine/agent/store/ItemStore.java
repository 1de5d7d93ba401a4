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
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.item.Marks;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.text.Analysis;

/**
 * Texts in the order in which they were written, with strength, time and session, found by terms and by vectors.
 *
 * <p>State: in memory, or in a folder. There, every change is a record of a journal before it is told to have happened; the columns
 * and the index are brought to disk now and then ({@link #checkpoint}), and what the journal has beyond them is read again when
 * the store is opened. Numbers of items are never given twice.
 *
 * <p>Cost: writing is a record and an addition to the index. Opening reads the columns and the records since the last checkpoint.
 */
public final class ItemStore implements AutoCloseable {
    private static final byte ADD = 1;
    private static final byte STATE = 2;
    private static final byte REMOVE = 3;
    private static final byte UPDATE = 4;
    private static final byte IMPORTANCE = 5;
    private static final byte LINK = 6;
    private static final byte PARENT = 7;
    private static final String JOURNAL = "journal";
    private static final String SNAPSHOT = "columns";
    private static final String INDEX = "index";
    private static final String ITEMS = "items";
    private static final int SNAPSHOT_HEADER = Integer.BYTES + Long.BYTES;
    private static final int RECORDS_PER_CHECKPOINT = 100_000;

    /**
     * How items are found.
     *
     * @param dimensions of their vectors; 0 for none
     * @param graph vectors are searched by a graph of neighbours, approximately, rather than one by one
     * @param k1 how fast a term that comes again stops to count, of BM25
     * @param b how much long texts lose, of BM25
     * @param terms whether there is an index of terms; without one, items are found by their order alone
     */
    public record Settings(int dimensions, boolean graph, double k1, double b, boolean terms) {
        /** With an index of terms. */
        public Settings(int dimensions, boolean graph, double k1, double b) {
            this(dimensions, graph, k1, b, true);
        }
    }

    private final Settings settings;
    private final Analysis analysis = new Analysis();
    private final @Nullable Path folder;
    private final Journal journal;
    private final @Nullable FileJournal file;
    private final @Nullable FolderLock lock;
    private final SearchIndex index;
    private final @Nullable DenseIndex dense;
    private Columns columns = new Columns();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int recordsSinceCheckpoint;

    /** A store that lives as long as the run. */
    public ItemStore(Settings settings) {
        this.settings = settings;
        folder = null;
        file = null;
        lock = null;
        journal = new MemoryJournal();
        dense = settings.dimensions() > 0 && !settings.graph() ? new DenseIndex(settings.dimensions()) : null;
        try {
            index = new SearchIndex(new ByteBuffersDirectory(), analysis.analyzer(), settings.k1(), settings.b());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot be made", impossible);
        }
    }

    private ItemStore(Settings settings, Path folder) throws IOException {
        this.settings = settings;
        this.folder = folder;
        dense = settings.dimensions() > 0 && !settings.graph() ? new DenseIndex(settings.dimensions()) : null;
        lock = FolderLock.take(folder);
        long read = restore(folder);
        if (read == 0) {
            delete(folder.resolve(INDEX));
        }
        Directory directory = FSDirectory.open(folder.resolve(INDEX));
        index = new SearchIndex(directory, analysis.analyzer(), settings.k1(), settings.b());
        boolean vectorsAreMissing = dense != null && columns.count > 0;
        int known = columns.count;
        try {
            file = FileJournal.open(folder.resolve(JOURNAL), vectorsAreMissing ? 0 : read, (place, record) -> {
                if (place >= read) {
                    replay(place, record);
                } else if (dense != null) {
                    restoreVector(record);
                }
            });
        } catch (IOException failed) {
            index.close();
            lock.close();
            throw failed;
        }
        journal = file;
        if (dense != null) {
            for (int i = 0; i < known; i++) {
                if (!columns.live.get(i)) {
                    dense.remove(i);
                }
            }
        }
    }

    /**
     * Opens the store of a folder, or begins one.
     *
     * @throws IOException where the folder cannot be used, another memory uses it, or a later version wrote it
     */
    public static ItemStore open(Path folder, Settings settings) throws IOException {
        return new ItemStore(settings, folder);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> parts = Files.walk(tree)) {
                for (Path part : parts.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(part);
                }
            }
        }
    }

    // ── writing ─────────────────────────────────────────────────────────────────────────────────────────────

    /**
     * Writes an item.
     *
     * @param vector null where the store has none
     * @return its number
     */
    public int add(Piece piece, double strength, double importance, float @Nullable [] vector) {
        int number = columns.count;
        long place = append(ADD, number, piece, strength, importance, vector);
        columns.add(place, piece.timeNanos(), piece.session(), strength, importance, size(piece, vector));
        index(number, piece, vector, false);
        checkpointNowAndThen();
        return number;
    }

    /**
     * Gives an item other words, marks or origins. Its number, strength, links and time stay.
     *
     * @param vector null where the store has none
     */
    public void update(int number, Piece piece, float @Nullable [] vector) {
        requireItem(number);
        long place = append(UPDATE, number, piece, columns.strengths[number], columns.importances[number], vector);
        replace(number, place, piece, vector);
        checkpointNowAndThen();
    }

    private void replace(int number, long place, Piece piece, float @Nullable [] vector) {
        columns.replace(number, place, size(piece, vector));
        if (columns.live.get(number)) {
            index(number, piece, vector, true);
        }
    }

    private void index(int number, Piece piece, float @Nullable [] vector, boolean isKnown) {
        if (settings.terms() || (settings.graph() && vector != null)) {
            index.add(number, piece.searched(), settings.graph() ? vector : null, isKnown);
        }
        if (dense != null && vector != null) {
            dense.put(number, vector);
        }
    }

    private long append(
            byte kind, int number, Piece piece, double strength, double importance, float @Nullable [] vector) {
        byte[] text = piece.text().getBytes(StandardCharsets.UTF_8);
        bytes.reset();
        try {
            out.writeByte(kind);
            out.writeInt(number);
            out.writeInt(piece.session());
            out.writeLong(piece.timeNanos());
            out.writeDouble(strength);
            out.writeFloat((float) importance);
            out.writeUTF(piece.speaker());
            out.writeInt(piece.origins().size());
            for (int origin : piece.origins()) {
                out.writeInt(origin);
            }
            out.writeInt(text.length);
            out.write(text);
            out.writeInt(vector == null ? 0 : vector.length);
            if (vector != null) {
                for (float v : vector) {
                    out.writeFloat(v);
                }
            }
            if (!piece.marks().isEmpty()) {
                out.writeUTF(piece.marks().context());
                out.writeInt(piece.marks().tags().size());
                for (String tag : piece.marks().tags()) {
                    out.writeUTF(tag);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a record in memory cannot be written", impossible);
        }
        return append();
    }

    private static int size(Piece piece, float @Nullable [] vector) {
        return piece.text().getBytes(StandardCharsets.UTF_8).length
                + piece.speaker().length()
                + piece.marks().text().length()
                + Float.BYTES * (vector == null ? 0 : vector.length)
                + Integer.BYTES * piece.origins().size()
                + 3 * Long.BYTES
                + Integer.BYTES;
    }

    /** Makes an item stronger and young again. A strength never falls by being recalled. */
    public void reinforce(int number, double by, long nowNanos) {
        requireItem(number);
        if (by < 0) {
            throw new IllegalArgumentException(
                    "reinforce: by is " + by + ", must be 0 or more; recalling weakens nothing");
        }
        state(number, columns.strengths[number] + by, columns.recalls[number] + 1, nowNanos);
        checkpointNowAndThen();
    }

    private void state(int number, double strength, int recalls, long recalled) {
        bytes.reset();
        try {
            out.writeByte(STATE);
            out.writeInt(number);
            out.writeDouble(strength);
            out.writeInt(recalls);
            out.writeLong(recalled);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a record in memory cannot be written", impossible);
        }
        append();
        columns.strengths[number] = strength;
        columns.recalls[number] = recalls;
        columns.recalled[number] = recalled;
    }

    /** Says how much an item matters from now on. */
    public void importance(int number, double importance) {
        requireItem(number);
        bytes.reset();
        try {
            out.writeByte(IMPORTANCE);
            out.writeInt(number);
            out.writeFloat((float) importance);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a record in memory cannot be written", impossible);
        }
        append();
        columns.importances[number] = (float) importance;
        checkpointNowAndThen();
    }

    /**
     * Links two kept items, both ways. The links of an item that is forgotten are forgotten with it.
     *
     * @return false where they were linked already, or are one
     */
    public boolean link(int a, int b) {
        requireItem(a);
        requireItem(b);
        if (!columns.live.get(a) || !columns.live.get(b) || !columns.link(a, b)) {
            return false;
        }
        join(LINK, a, b);
        return true;
    }

    /** Lays an item under another, such as a turn under the summary of its session. */
    public void parent(int child, int parent) {
        requireItem(child);
        requireItem(parent);
        if (parent <= child) {
            throw new IllegalArgumentException("parent of item " + child + " is " + parent
                    + ", must be written later: trees grow from their leaves");
        }
        columns.parent(child, parent);
        join(PARENT, child, parent);
    }

    private void join(byte kind, int a, int b) {
        bytes.reset();
        bytes.write(kind);
        bytes.writeBytes(
                ByteBuffer.allocate(2 * Integer.BYTES).putInt(a).putInt(b).array());
        append();
        checkpointNowAndThen();
    }

    /** Forgets an item; one that is forgotten already stays so. */
    public void remove(int number) {
        requireItem(number);
        if (!columns.live.get(number)) {
            return;
        }
        bytes.reset();
        bytes.write(REMOVE);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        append();
        forget(number);
        checkpointNowAndThen();
    }

    private void forget(int number) {
        if (columns.remove(number)) {
            if (settings.terms() || settings.graph()) {
                index.remove(number);
            }
            if (dense != null) {
                dense.remove(number);
            }
        }
    }

    private long append() {
        recordsSinceCheckpoint++;
        byte[] record = bytes.toByteArray();
        return journal.append(record, record.length);
    }

    private void requireItem(int number) {
        if (number < 0 || number >= columns.count) {
            throw new IllegalArgumentException("item is " + number + ", must be 0 to " + (columns.count - 1));
        }
    }

    // ── crash safety ────────────────────────────────────────────────────────────────────────────────────────

    private void replay(long place, byte[] record) {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(record))) {
            switch (in.readByte()) {
                case ADD -> {
                    Stored stored = decode(record, true);
                    int number = columns.add(
                            place,
                            stored.piece().timeNanos(),
                            stored.piece().session(),
                            stored.strength(),
                            stored.importance(),
                            size(stored.piece(), stored.vector()));
                    index(number, stored.piece(), stored.vector(), true);
                }
                case UPDATE -> {
                    Stored stored = decode(record, true);
                    replace(stored.number(), place, stored.piece(), stored.vector());
                }
                case IMPORTANCE -> columns.importances[in.readInt()] = in.readFloat();
                case LINK -> columns.link(in.readInt(), in.readInt());
                case PARENT -> columns.parent(in.readInt(), in.readInt());
                case STATE -> {
                    int number = in.readInt();
                    columns.strengths[number] = in.readDouble();
                    columns.recalls[number] = in.readInt();
                    columns.recalled[number] = in.readLong();
                }
                case REMOVE -> forget(in.readInt());
                default -> throw new IllegalStateException("record " + place + " is of no known kind");
            }
            recordsSinceCheckpoint++;
        } catch (IOException cut) {
            throw new UncheckedIOException("record " + place + " of " + folder + " is cut off", cut);
        }
    }

    private void restoreVector(byte[] record) {
        if (dense == null || (record[0] != ADD && record[0] != UPDATE)) {
            return;
        }
        Stored stored = decode(record, true);
        if (stored.vector() != null) {
            dense.put(stored.number(), stored.vector());
        }
    }

    /** Reads the columns of the last checkpoint and tells how far the journal was read then; 0 where there is none. */
    private long restore(Path in) throws IOException {
        Path snapshot = in.resolve(SNAPSHOT);
        if (!Files.exists(snapshot)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(snapshot, StandardOpenOption.READ)) {
            ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (data.hasRemaining()) {
                if (channel.read(data) < 0) {
                    break;
                }
            }
            data.flip();
            int body = data.limit() - Long.BYTES;
            if (body < SNAPSHOT_HEADER || data.getLong(body) != checksum(data, body)) {
                return 0;
            }
            if (data.getInt() != FileJournal.SCHEMA) {
                return 0;
            }
            long place = data.getLong();
            columns = Columns.read(data);
            return place;
        } catch (BufferUnderflowException cut) {
            return 0;
        }
    }

    private static long checksum(ByteBuffer data, int length) {
        var crc = new CRC32C();
        crc.update(data.duplicate().position(0).limit(length));
        return crc.getValue();
    }

    private void checkpointNowAndThen() {
        if (file != null && recordsSinceCheckpoint >= RECORDS_PER_CHECKPOINT) {
            try {
                checkpoint();
            } catch (IOException failed) {
                throw new UncheckedIOException("the store in " + folder + " cannot be written", failed);
            }
        }
    }

    /** Brings everything to the device, so that opening need not read the journal again. */
    public void checkpoint() throws IOException {
        if (file == null || folder == null) {
            return;
        }
        file.sync();
        index.commit(ITEMS, Integer.toString(columns.count));
        Path next = folder.resolve(SNAPSHOT + ".new");
        ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(SNAPSHOT_HEADER + columns.size() + Long.BYTES));
        data.putInt(FileJournal.SCHEMA).putLong(file.end());
        columns.write(data);
        data.putLong(checksum(data, data.position())).flip();
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (data.hasRemaining()) {
                channel.write(data);
            }
            channel.force(true);
        }
        Files.move(next, folder.resolve(SNAPSHOT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        recordsSinceCheckpoint = 0;
    }

    /** Brings what was written to the device, against a loss of power; a killed process loses nothing without it. */
    public void sync() throws IOException {
        if (file != null) {
            file.sync();
        }
    }

    // ── reading ─────────────────────────────────────────────────────────────────────────────────────────────

    /** A record of an item. */
    private record Stored(int number, Piece piece, double strength, double importance, float @Nullable [] vector) {}

    /** @param withVector false leaves the vector out, which is most of a record and seldom wanted */
    private static Stored decode(byte[] record, boolean withVector) {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(record))) {
            in.readByte();
            int number = in.readInt();
            int session = in.readInt();
            long time = in.readLong();
            double strength = in.readDouble();
            double importance = in.readFloat();
            String speaker = in.readUTF();
            List<Integer> origins = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                origins.add(in.readInt());
            }
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            int dimensions = in.readInt();
            float[] vector = null;
            if (dimensions > 0 && withVector) {
                vector = new float[dimensions];
                ByteBuffer.wrap(record, record.length - in.available(), dimensions * Float.BYTES)
                        .asFloatBuffer()
                        .get(vector);
            }
            in.skipNBytes((long) dimensions * Float.BYTES);
            Piece piece = new Piece(text, speaker, time, session, origins, List.of(), marks(in));
            return new Stored(number, piece, strength, importance, vector);
        } catch (IOException cut) {
            throw new UncheckedIOException("a record is cut off", cut);
        }
    }

    private static Marks marks(DataInputStream in) throws IOException {
        if (in.available() == 0) {
            return Marks.NONE;
        }
        String context = in.readUTF();
        List<String> tags = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tags.add(in.readUTF());
        }
        return new Marks(tags, context);
    }

    /** The item with its text. */
    public Piece piece(int number) {
        requireItem(number);
        return decode(journal.read(columns.places[number]), false).piece();
    }

    /** How many items were ever written; numbers are below. */
    public int count() {
        return columns.count;
    }

    /** How many items are kept. */
    public int liveCount() {
        return columns.live.cardinality();
    }

    public boolean isLive(int number) {
        return columns.live.get(number);
    }

    /** The next kept item from a number on, or -1. */
    public int nextLive(int from) {
        return columns.live.nextSetBit(from);
    }

    /** The last kept item up to a number, or -1. */
    public int previousLive(int from) {
        return from < 0 ? -1 : columns.live.previousSetBit(from);
    }

    public double strength(int number) {
        return columns.strengths[number];
    }

    public double importance(int number) {
        return columns.importances[number];
    }

    public int recalls(int number) {
        return columns.recalls[number];
    }

    public int session(int number) {
        return columns.sessions[number];
    }

    /** When it was written. */
    public long writtenNanos(int number) {
        return columns.times[number];
    }

    /** When it was last recalled with effect, or written. */
    public long recalledNanos(int number) {
        return columns.recalled[number];
    }

    /** The items that an item is linked to, in the order of linking. */
    public int[] links(int number) {
        return columns.links(number).clone();
    }

    /** How many links there are. */
    public int linkCount() {
        return columns.linkEnds() / 2;
    }

    /** The item that an item lies under, or -1. */
    public int parent(int number) {
        return columns.parent(number);
    }

    /** The kept items that lie under an item, lowest first. Cost: linear in its number. */
    public int[] children(int number) {
        return java.util.stream.IntStream.range(0, number)
                .filter(i -> columns.parent(i) == number && columns.live.get(i))
                .toArray();
    }

    /** Bytes of one item, its vector with it. */
    public int bytes(int number) {
        return columns.bytes[number];
    }

    /** Bytes of the items that are kept, with their vectors, without indexes. */
    public long liveBytes() {
        return columns.liveBytes;
    }

    /** Bytes written to the journal. */
    public long writtenBytes() {
        return journal.writtenBytes();
    }

    public Settings settings() {
        return settings;
    }

    public Analysis analysis() {
        return analysis;
    }

    /** Items that share terms with a text, by BM25. */
    public Hits lexical(String text, int k) {
        if (!settings.terms()) {
            throw new IllegalStateException(
                    "a log has no index of terms; lay the store out as text() or vectors() to search it");
        }
        List<String> terms = analysis.terms(text);
        return terms.isEmpty() || columns.count == 0 ? new Hits(new int[0], new double[0], 0) : index.lexical(terms, k);
    }

    /** How many entries of the index a search for a text reads. */
    public long postings(String text) {
        return index.postings(analysis.terms(text));
    }

    /** Items whose vectors are nearest, by cosine. */
    public Hits nearest(float[] vector, int k) {
        if (dense != null) {
            return dense.nearest(vector, k);
        }
        return columns.count == 0 ? new Hits(new int[0], new double[0], 0) : index.nearest(vector, k);
    }

    /** The vector of an item, where they are kept in memory; null otherwise. */
    public float @Nullable [] vector(int number) {
        return dense == null ? null : dense.vector(number);
    }

    /** The numbers of the kept items, lowest first. */
    public int[] live() {
        int[] numbers = new int[liveCount()];
        int at = 0;
        for (int i = columns.live.nextSetBit(0); i >= 0; i = columns.live.nextSetBit(i + 1)) {
            numbers[at++] = i;
        }
        return Arrays.copyOf(numbers, at);
    }

    @Override
    public void close() {
        try {
            checkpoint();
            index.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the store in " + folder + " cannot be closed", failed);
        } finally {
            journal.close();
            analysis.close();
            free();
        }
    }

    private void free() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the store in " + folder + " cannot be given free", failed);
        }
    }
}
