/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.agent.item.Marks;
import org.memwright.engine.agent.item.Piece;

final class ItemStoreTest {
    private static final ItemStore.Settings TEXT = new ItemStore.Settings(0, false, 0.9, 0.4);
    private static final ItemStore.Settings VECTORS = new ItemStore.Settings(3, false, 0.9, 0.4);

    @TempDir
    Path folder;

    private static Piece piece(int number, String text) {
        return new Piece(text, "Ann", number * 1_000L, number / 10, List.of(number), List.of());
    }

    @Test
    void items_comeBackAsTheyWereWritten() throws IOException {
        try (ItemStore store = ItemStore.open(folder, VECTORS)) {
            assertEquals(0, store.add(piece(0, "a puppy called Rex"), 1, 0, new float[] {1, 0, 0}));
            assertEquals(1, store.add(piece(1, "the violin"), 2, 0.5, new float[] {0, 1, 0}));
            assertEquals(2, store.add(piece(2, "löst Rätsel ✓"), 1, 0, new float[] {0, 0, 1}));
            store.reinforce(1, 1.5, 99);
            store.remove(0);
        }
        try (ItemStore store = ItemStore.open(folder, VECTORS)) {
            assertEquals(3, store.count());
            assertEquals(2, store.liveCount());
            assertEquals(piece(2, "löst Rätsel ✓"), store.piece(2));
            assertEquals(3.5, store.strength(1));
            assertEquals(99, store.recalledNanos(1));
            assertEquals(0, store.lexical("puppy", 5).count());
            assertArrayEquals(new int[] {1}, store.lexical("violins", 5).numbers());
            assertArrayEquals(
                    new int[] {2, 1},
                    store.nearest(new float[] {0, 0.1f, 0.9f}, 5).numbers());
        }
    }

    @Test
    void store_inUse_isRefused() throws IOException {
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            store.add(piece(0, "mine"), 1, 0, null);
            assertThrows(IOException.class, () -> ItemStore.open(folder, TEXT));
        }
    }

    /** Whatever is cut off or damaged at the end of the journal: what stands before it is read, and writing goes on. */
    @Test
    void damagedEnd_losesNoMoreThanItself() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Path place = folder.resolve("s" + seed);
            var random = new SplittableRandom(seed);
            List<Long> ends = new ArrayList<>();
            int count = 1 + random.nextInt(30);
            Path journal = place.resolve("journal");
            try (ItemStore store = ItemStore.open(place, TEXT)) {
                for (int i = 0; i < count; i++) {
                    store.add(piece(i, "turn number " + i), 1, 0, null);
                    ends.add(Files.size(journal));
                }
            }
            Files.delete(place.resolve("columns"));
            long cut = FileJournal.HEADER_BYTES + random.nextLong(Files.size(journal) - FileJournal.HEADER_BYTES + 1);
            boolean flip = random.nextBoolean();
            try (var file = new RandomAccessFile(journal.toFile(), "rw")) {
                if (flip && cut < file.length()) {
                    file.seek(cut);
                    int old = file.read();
                    file.seek(cut);
                    file.write(old ^ 0x40);
                } else {
                    file.setLength(cut);
                }
            }
            int whole = (int) ends.stream().filter(end -> end <= cut).count();
            try (ItemStore store = ItemStore.open(place, TEXT)) {
                assertEquals(whole, store.count(), "seed " + seed);
                store.add(piece(whole, "and on it goes"), 1, 0, null);
                assertEquals(1, store.lexical("goes", 5).count(), "seed " + seed);
            }
        }
    }

    /** Killed between index and columns of a checkpoint: items that the index knows already are not found twice. */
    @Test
    void olderColumns_areCaughtUp() throws IOException {
        byte[] columns;
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            store.add(piece(0, "puppy one"), 1, 0, null);
            store.checkpoint();
            columns = Files.readAllBytes(folder.resolve("columns"));
            store.add(piece(1, "puppy two"), 1, 0, null);
            store.remove(0);
        }
        Files.write(folder.resolve("columns"), columns);
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            assertEquals(2, store.count());
            assertArrayEquals(new int[] {1}, store.lexical("puppy", 5).numbers());
        }
    }

    @Test
    void firstSchema_isBroughtUp() throws IOException {
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            store.add(piece(0, "an old puppy"), 4, 0, null);
            store.add(piece(1, "an old violin"), 1, 0, null);
        }
        byte[] present = Files.readAllBytes(folder.resolve("journal"));
        var in = ByteBuffer.wrap(present).position(FileJournal.HEADER_BYTES);
        var old = ByteBuffer.allocate(present.length).putLong(FileJournal.MAGIC).putInt(1);
        while (in.remaining() >= FileJournal.FRAME_BYTES) {
            byte[] record = new byte[in.getInt()];
            in.getInt();
            in.get(record);
            old.putInt(record.length).put(record);
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.write(
                elsewhere.resolve("journal"),
                java.util.Arrays.copyOf(old.array(), old.position()),
                StandardOpenOption.CREATE_NEW);
        try (ItemStore store = ItemStore.open(elsewhere, TEXT)) {
            assertEquals(2, store.count());
            assertEquals(4, store.strength(0));
            assertEquals("an old violin", store.piece(1).text());
            assertArrayEquals(new int[] {0}, store.lexical("puppy", 3).numbers());
        }
    }

    /** Rewritten, linked, laid in a tree: by the columns, and by the journal alone, which is what a killed process leaves. */
    @Test
    void notesLinksAndTrees_comeBack() throws IOException {
        Piece rewritten = piece(0, "a puppy")
                .marked(new Marks(List.of("dog", "Rex"), "About Ann."))
                .alsoFrom(List.of(7));
        try (ItemStore store = ItemStore.open(folder, VECTORS)) {
            for (int i = 0; i < 4; i++) {
                store.add(piece(i, "turn number n" + i), 1, 0, new float[] {1, 0, 0});
            }
            store.checkpoint();
            assertTrue(store.link(0, 2));
            assertFalse(store.link(2, 0));
            assertFalse(store.link(1, 1));
            store.link(1, 3);
            store.link(1, 2);
            store.remove(3);
            store.parent(0, 2);
            store.update(0, rewritten, new float[] {0, 0, 1});
            store.importance(1, 0.5);
        }
        for (boolean columns : new boolean[] {true, false}) {
            if (!columns) {
                Files.delete(folder.resolve("columns"));
            }
            try (ItemStore store = ItemStore.open(folder, VECTORS)) {
                assertArrayEquals(new int[] {2}, store.links(0));
                assertArrayEquals(new int[] {2}, store.links(1));
                assertArrayEquals(new int[] {0, 1}, store.links(2));
                assertArrayEquals(new int[] {}, store.links(3));
                assertEquals(2, store.linkCount());
                assertEquals(2, store.parent(0));
                assertEquals(-1, store.parent(1));
                assertEquals(rewritten, store.piece(0));
                assertEquals(0.5, store.importance(1));
                assertArrayEquals(new int[] {0}, store.lexical("dogs", 5).numbers());
                assertEquals(0, store.lexical("n0", 5).count());
                assertArrayEquals(
                        new int[] {0}, store.nearest(new float[] {0, 0, 1}, 1).numbers());
            }
        }
    }

    @Test
    void log_isNotSearched() {
        try (var store = new ItemStore(new ItemStore.Settings(0, false, 0.9, 0.4, false))) {
            store.add(piece(0, "puppy"), 1, 0, null);
            assertThrows(IllegalStateException.class, () -> store.lexical("puppy", 1));
            store.remove(0);
            assertEquals(0, store.liveCount());
        }
    }

    /** A journal of version 2 has no record that version 3 reads otherwise; only its header is old. */
    @Test
    void secondSchema_isBroughtUp() throws IOException {
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            store.add(piece(0, "an old puppy"), 4, 0, null);
        }
        byte[] journal = Files.readAllBytes(folder.resolve("journal"));
        ByteBuffer.wrap(journal).putInt(Long.BYTES, 2);
        Files.write(folder.resolve("journal"), journal);
        Files.delete(folder.resolve("columns"));
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            assertEquals("an old puppy", store.piece(0).text());
        }
        assertEquals(
                FileJournal.SCHEMA,
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("journal"))).getInt(Long.BYTES));
    }

    @Test
    void laterSchema_isRefused() throws IOException {
        Files.write(
                folder.resolve("journal"),
                ByteBuffer.allocate(FileJournal.HEADER_BYTES)
                        .putLong(FileJournal.MAGIC)
                        .putInt(FileJournal.SCHEMA + 1)
                        .array());
        IOException refused = assertThrows(IOException.class, () -> ItemStore.open(folder, TEXT));
        assertTrue(refused.getMessage().contains("schema version 4"), refused::getMessage);
    }

    @Test
    void reinforcing_neverWeakens() {
        try (var store = new ItemStore(TEXT)) {
            store.add(piece(0, "puppy"), 1, 0, null);
            assertThrows(IllegalArgumentException.class, () -> store.reinforce(0, -0.1, 5));
            store.reinforce(0, 0, 5);
            assertEquals(1, store.strength(0));
            assertFalse(store.recalledNanos(0) < 0);
        }
    }
}
