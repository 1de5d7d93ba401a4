/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.buckets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Services;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.engine.agent.store.Ranking;
import org.memwright.engine.agent.text.Analysis;

/** A store that reads only the bucket of a query. */
final class BucketMemory extends ItemMemory {
    private static final long SEED = 2002;

    private final Embedder embedder;
    private final boolean byName;
    private final float[][] planes;
    private final Map<Integer, List<Integer>> buckets = new HashMap<>();
    private final Map<Integer, Integer> bucketOf = new HashMap<>();

    BucketMemory(String name, String tier, Embedder embedder, int bits, boolean byName, Services services) {
        super(
                name,
                tier,
                new ItemStore(new ItemStore.Settings(embedder.dimensions(), false, 0.9, 0.4)),
                embedder,
                services);
        this.embedder = embedder;
        this.byName = byName;
        var random = new SplittableRandom(SEED);
        planes = new float[bits][embedder.dimensions()];
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = random.nextBoolean() ? 1 : -1;
            }
        }
    }

    @Override
    public Found add(Piece piece, double strength, double importance) {
        Found found = super.add(piece, strength, importance);
        put(found.number(), piece);
        return found;
    }

    @Override
    public void rewrite(int number, Piece piece) {
        super.rewrite(number, piece);
        take(number);
        put(number, piece);
    }

    @Override
    public void remove(int number) {
        super.remove(number);
        take(number);
    }

    private void put(int number, Piece piece) {
        int bucket = bucket(piece.text());
        buckets.computeIfAbsent(bucket, b -> new ArrayList<>()).add(number);
        bucketOf.put(number, bucket);
    }

    private void take(int number) {
        Integer bucket = bucketOf.remove(number);
        if (bucket != null) {
            buckets.getOrDefault(bucket, new ArrayList<>()).remove(Integer.valueOf(number));
        }
    }

    private int bucket(String text) {
        List<String> names = byName ? Analysis.entities(text) : List.of();
        float[] vector = embedder.embed(names.isEmpty() ? text : names.getFirst());
        services()
                .ledger()
                .charge("hashing", embedder.operations(text) + 2.0 * planes.length * vector.length, "", 0, 0, 0);
        int bucket = 0;
        for (int i = 0; i < planes.length; i++) {
            bucket |= Vectors.dot(vector, planes[i], 0) > 0 ? 1 << i : 0;
        }
        return bucket;
    }

    @Override
    public Hits nearest(String text, int k) {
        if (text.isBlank()) {
            return new Hits(new int[0], new double[0], 0);
        }
        List<Integer> bucket = buckets.getOrDefault(bucket(text), List.of());
        float[] query = embed(text);
        var best = new Ranking(Math.min(k, bucket.size()));
        for (int number : bucket) {
            float[] vector = store().vector(number);
            if (vector != null) {
                best.offer(number, Vectors.dot(query, vector, 0));
            }
        }
        services()
                .ledger()
                .charge(
                        "bucket of " + name(),
                        2.0 * bucket.size() * query.length,
                        tier(),
                        1,
                        (double) bucket.size() * query.length * Float.BYTES,
                        0);
        return best.hits(0);
    }
}
