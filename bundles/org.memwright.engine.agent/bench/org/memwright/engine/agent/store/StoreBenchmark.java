/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.memwright.engine.agent.embed.MiniLmEmbedder;
import org.memwright.engine.agent.item.Piece;

/**
 * How many turns does a store on disk take in a second, how long does a query take, how fast does a large one open, and how many
 * texts are embedded in a second? Whole processes, by the wall clock; run with {@code -Xmx1g}.
 *
 * <p>Turns are made of 16 words drawn from 20,000, the frequent ones more often (Zipf 1); queries are of 3 such words.
 */
public final class StoreBenchmark {
    private static final ItemStore.Settings TEXT = new ItemStore.Settings(0, false, 0.9, 0.4);
    private static final int WORDS = 20_000;
    private static final int LENGTH = 16;

    private StoreBenchmark() {}

    /** @param arguments {@code ingest FOLDER COUNT}, {@code query FOLDER COUNT}, {@code open FOLDER}, {@code embed COUNT} */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "ingest" -> ingest(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "query" -> query(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "open" -> open(Path.of(arguments[1]));
            case "embed" -> embed(Integer.parseInt(arguments[1]));
            default ->
                throw new IllegalArgumentException("'" + arguments[0] + "' is not one of ingest, query, open, embed");
        }
    }

    private static String text(SplittableRandom random, int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int rank = (int) Math.pow(WORDS, random.nextDouble());
            text.append(i == 0 ? "" : " ").append("word").append(rank);
        }
        return text.toString();
    }

    private static void ingest(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var random = new SplittableRandom(1);
        String[] texts = new String[50_000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(random, LENGTH);
        }
        long begun = System.nanoTime();
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            for (int i = 0; i < count; i++) {
                store.add(new Piece(texts[i % texts.length], "Ann", i, i / 20, List.of(i), List.of()), 1, 0, null);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "ingest: %d turns in %.2f s, %.0f turns/s, closed and on disk%n",
                count,
                seconds,
                count / seconds);
    }

    private static void query(Path folder, int count) throws IOException {
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            var random = new SplittableRandom(2);
            long[] nanos = new long[count];
            for (int warm = 0; warm < 2; warm++) {
                for (int i = 0; i < count; i++) {
                    String query = text(random, 3);
                    long begun = System.nanoTime();
                    Hits hits = store.lexical(query, 10);
                    if (hits.count() > 0) {
                        store.piece(hits.numbers()[0]);
                    }
                    nanos[i] = System.nanoTime() - begun;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "query: %d items, %d queries, p50 %.3f ms, p99 %.3f ms%n",
                    store.count(),
                    count,
                    nanos[count / 2] / 1e6,
                    nanos[(int) (count * 0.99)] / 1e6);
        }
    }

    private static void open(Path folder) throws IOException {
        long begun = System.nanoTime();
        try (ItemStore store = ItemStore.open(folder, TEXT)) {
            Hits hits = store.lexical("word17 word4711", 10);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var runtime = Runtime.getRuntime();
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "open: %d items and a first query of %d hits in %.2f s, heap used %d MiB, most %d MiB%n",
                    store.count(),
                    hits.count(),
                    seconds,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20);
        }
    }

    private static void embed(int count) {
        var random = new SplittableRandom(3);
        try (var embedder = new MiniLmEmbedder()) {
            embedder.embed("warm up");
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                embedder.embed(text(random, LENGTH));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "embed: %d turns of %d words in %.2f s, %.0f turns/s%n",
                    count,
                    LENGTH,
                    seconds,
                    count / seconds);
        }
    }
}
