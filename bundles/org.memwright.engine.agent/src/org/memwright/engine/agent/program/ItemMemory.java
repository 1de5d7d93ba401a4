/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.ItemStore;

/** A store of texts, with vectors where it has an embedding model. Charges what it does. */
public class ItemMemory implements Memory {
    private static final double POSTING_BYTES = 8;
    private static final double POSTING_OPERATIONS = 8;
    private static final double RECORD_BYTES = 64;
    private static final double LINK_BYTES = 2.0 * Integer.BYTES;

    private final String name;
    private final String tier;
    private final ItemStore store;
    private final @Nullable Embedder embedder;
    private final Services services;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final @Nullable VectorIndex index;
    private int linkedUpTo;

    public ItemMemory(String name, String tier, ItemStore store, @Nullable Embedder embedder, Services services) {
        this(name, tier, store, embedder, services, null);
    }

    /** @param index what finds vectors in place of the store itself; null for none */
    public ItemMemory(
            String name,
            String tier,
            ItemStore store,
            @Nullable Embedder embedder,
            Services services,
            @Nullable VectorIndex index) {
        this.index = index;
        this.name = name;
        this.tier = tier;
        this.store = store;
        this.embedder = embedder;
        this.services = services;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String tier() {
        return tier;
    }

    public ItemStore store() {
        return store;
    }

    public boolean hasVectors() {
        return embedder != null;
    }

    /** Writes an item; its text is embedded where the store has vectors. */
    public Found add(Piece piece, double strength, double importance) {
        float[] vector = embedder == null ? null : embed(piece.searched());
        int number = store.add(piece, strength, importance, vector);
        services.ledger().charge("write to " + name, 0, tier, 0, 0, store.bytes(number) + RECORD_BYTES);
        services.performed(Operation.INSERT);
        if (index != null && vector != null) {
            index.put(number, vector);
        }
        piece.origins().forEach(origin -> numbers.putIfAbsent(origin, number));
        return found(number, 0);
    }

    /** Writes what comes from another store, as strong and important as it was there. */
    public Found take(Found found) {
        ItemMemory from = found.memory();
        double strength = from == null ? 1 : from.store().strength(found.number());
        double importance = from == null ? 0 : from.store().importance(found.number());
        Found taken = add(found.piece(), strength, importance);
        services.performed(Operation.MOVE);
        return taken;
    }

    /** Gives an item other words, marks or origins; it is embedded anew where the store has vectors. */
    public void rewrite(int number, Piece piece) {
        float[] vector = embedder == null ? null : embed(piece.searched());
        store.update(number, piece, vector);
        if (index != null && vector != null) {
            index.put(number, vector);
        }
        services.ledger()
                .charge("rewrite in " + name, 0, tier, 1, store.bytes(number), store.bytes(number) + RECORD_BYTES);
        piece.origins().forEach(origin -> numbers.putIfAbsent(origin, number));
    }

    /** Forgets an item. */
    public void remove(int number) {
        store.remove(number);
        services.ledger().charge("remove from " + name, 0, tier, 0, 0, RECORD_BYTES);
    }

    /** Services of the run that it is part of. */
    public Services services() {
        return services;
    }

    /** The item that was made of a turn or passage first, or -1. */
    public int numberOf(int origin) {
        return numbers.getOrDefault(origin, -1);
    }

    public Found found(int number, double score) {
        return new Found(this, number, store.piece(number), score);
    }

    /** The vector of a text, computed now. */
    public float[] embed(String text) {
        Embedder model = embedder;
        if (model == null) {
            throw new IllegalStateException("store " + name + " has no vectors; lay it out as vectors(embed: minilm)");
        }
        services.ledger().charge("embedding", model.operations(text), "", 1, model.weightBytes(), 0);
        return model.embed(text);
    }

    /** The items nearest to a text; none for an empty one. */
    public Hits nearest(String text, int k) {
        return text.isBlank() ? new Hits(new int[0], new double[0], 0) : nearest(embed(text), k);
    }

    /** The items nearest to a vector. */
    public Hits nearest(float[] vector, int k) {
        if (index != null) {
            return index.nearest(vector, k, store::isLive);
        }
        double count = store.settings().graph() ? Math.min(store.liveCount(), 64.0 * k) : store.liveCount();
        services.ledger()
                .charge(
                        "nearest in " + name,
                        2 * count * vector.length,
                        tier,
                        store.settings().graph() ? count : 1,
                        (store.settings().graph() ? 1 : count) * vector.length * Float.BYTES,
                        0);
        return store.nearest(vector, k);
    }

    /** Brings the index of vectors, if it has one, up to what is written; else the next search does. */
    public void buildIndex() {
        if (index != null) {
            index.build();
        }
    }

    /** The items that share terms with a text. */
    public Hits lexical(String text, int k) {
        double postings = store.postings(text);
        services.ledger()
                .charge("terms in " + name, POSTING_OPERATIONS * postings, tier, 1, POSTING_BYTES * postings, 0);
        return store.lexical(text, k);
    }

    /** Charges reading the texts of that many items. */
    public void chargeReading(int items) {
        double each = store.count() == 0 ? 0 : store.liveBytes() / Math.max(1.0, store.liveCount());
        services.ledger().charge("read from " + name, 0, tier, items, each, 0);
    }

    /** From which item on none was linked yet; the next call begins after all there are now. */
    public int takeUnlinked() {
        int from = linkedUpTo;
        linkedUpTo = store.count();
        return from;
    }

    /** The items that were said to have a name, in the order of saying. */
    public List<Integer> named(String phrase) {
        return List.copyOf(byName.getOrDefault(phrase, List.of()));
    }

    /** Says that an item has a name. */
    public void name(String phrase, int number) {
        byName.computeIfAbsent(phrase, p -> new ArrayList<>()).add(number);
    }

    /** Joins two items, both ways; a link that is there stays one. */
    public void link(int a, int b) {
        if (store.link(a, b)) {
            services.ledger().charge("links of " + name, 0, tier, 0, 0, LINK_BYTES);
            services.performed(Operation.LINK);
        }
    }

    /** Lays an item under one that was written later. */
    public void parent(int child, int parent) {
        store.parent(child, parent);
        services.ledger().charge("links of " + name, 0, tier, 0, 0, LINK_BYTES);
        services.performed(Operation.LINK);
    }

    /** The items that an item is linked to, in the order of linking. */
    public List<Integer> links(int number) {
        return Arrays.stream(store.links(number)).boxed().toList();
    }

    @Override
    public long storedBytes() {
        return store.liveBytes() + 2L * Integer.BYTES * store.linkCount();
    }

    @Override
    public long storedLinks() {
        return store.linkCount();
    }

    @Override
    public Map<String, Long> tierBytes() {
        if (index == null) {
            return Memory.super.tierBytes();
        }
        Map<String, Long> all = new LinkedHashMap<>(index.tierBytes());
        all.merge(tier, storedBytes() - (long) store.liveCount() * index.vectorBytes(), Long::sum);
        return all;
    }

    @Override
    public long writtenBytes() {
        return store.writtenBytes();
    }

    @Override
    public long storedItems() {
        return store.liveCount();
    }

    @Override
    public void close() {
        store.close();
    }
}
