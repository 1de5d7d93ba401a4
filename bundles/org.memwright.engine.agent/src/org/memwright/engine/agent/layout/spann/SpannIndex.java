/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.spann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.program.Ledger;
import org.memwright.engine.agent.program.VectorIndex;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.Ranking;

/**
 * Vectors in lists around heads: the heads lie in memory, the lists on a drive.
 *
 * <p>Source: Q. Chen et al., <cite>SPANN: Highly-Efficient Billion-Scale Approximate Nearest Neighbor Search</cite>, 2021:
 * balanced clustering by levels, section 3.2.1; closure assignment with the rule of relative neighbours, 3.2.2; pruning by the
 * query, 3.2.3.
 *
 * <p>State: lists are made anew by {@link #build}. Cost: n x heads x dimensions to build, heads + lists read to search.
 *
 * <p>Differs: heads are compared one by one, not walked by a graph; distances are squared, between vectors of length 1.
 */
final class SpannIndex implements VectorIndex {
    private static final long SEED = 20_211_206;
    private static final int FAN_OUT = 8;
    private static final int ROUNDS = 8;
    /** How much a full cluster repels: a share of the mean distance for each cluster's worth of vectors. */
    private static final double BALANCE = 0.1;

    /**
     * What a design says.
     *
     * @param heads share of the vectors that are heads
     * @param replicas most lists that a vector stands in
     * @param closure a vector also stands in lists whose heads are at most so many times as far as its nearest
     * @param lists most lists that a query reads
     * @param prune a query reads lists whose heads are at most so many times as far as its nearest
     */
    record Settings(double heads, int replicas, double closure, int lists, double prune) {}

    private final String name;
    private final String tier;
    private final String headTier;
    private final int dimensions;
    private final Settings settings;
    private final Ledger ledger;
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private int[] heads = new int[0];
    private int[][] lists = new int[0][];
    private int built;

    SpannIndex(String name, String tier, String headTier, int dimensions, Settings settings, Ledger ledger) {
        this.name = name;
        this.tier = tier;
        this.headTier = headTier;
        this.dimensions = dimensions;
        this.settings = settings;
        this.ledger = ledger;
    }

    @Override
    public void put(int number, float[] vector) {
        Integer known = places.get(number);
        if (known != null) {
            vectors.set(known, vector);
            built = 0;
            return;
        }
        places.put(number, vectors.size());
        vectors.add(vector);
        numbers.add(number);
    }

    private double distance(float[] a, int b) {
        return Math.max(0, 2 - 2 * (double) Vectors.dot(a, vectors.get(b), 0));
    }

    @Override
    public void build() {
        if (built == vectors.size()) {
            return;
        }
        built = vectors.size();
        var random = new SplittableRandom(SEED);
        int[] all = new int[built];
        Arrays.setAll(all, i -> i);
        List<Integer> chosen = new ArrayList<>();
        split(all, Math.max(1, (int) Math.round(1 / settings.heads())), chosen, random);
        heads = chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
        assign();
        double entries = entries();
        ledger.charge(
                "building " + name,
                2.0 * dimensions * built * (heads.length + (double) ROUNDS * FAN_OUT),
                tier,
                0,
                0,
                entries * entryBytes());
    }

    /** Splits vectors into clusters of about one size, each with the vector nearest to its middle as head. */
    private void split(int[] members, int size, List<Integer> chosen, SplittableRandom random) {
        if (2 * members.length < 3 * size) {
            chosen.add(nearestTo(mean(members), members));
            return;
        }
        int count = Math.clamp(Math.round((double) members.length / size), 2, FAN_OUT);
        float[][] centres = new float[count][];
        for (int c = 0; c < count; c++) {
            centres[c] = vectors.get(members[random.nextInt(members.length)]).clone();
        }
        int[] of = new int[members.length];
        for (int round = 0; round < ROUNDS; round++) {
            int[] filled = new int[count];
            double ideal = (double) members.length / count;
            for (int i = 0; i < members.length; i++) {
                int best = 0;
                double least = Double.MAX_VALUE;
                for (int c = 0; c < count; c++) {
                    double cost = distance(centres[c], members[i]) + BALANCE * filled[c] / ideal;
                    if (cost < least) {
                        least = cost;
                        best = c;
                    }
                }
                of[i] = best;
                filled[best]++;
            }
            for (int c = 0; c < count; c++) {
                int[] own = members(members, of, c);
                if (own.length > 0) {
                    centres[c] = Vectors.normalise(mean(own));
                }
            }
        }
        for (int c = 0; c < count; c++) {
            int[] own = members(members, of, c);
            if (own.length == members.length) { // all alike: cut, so that it ends
                chosen.add(own[0]);
                split(Arrays.copyOfRange(own, 1, own.length), size, chosen, random);
            } else if (own.length > 0) {
                split(own, size, chosen, random);
            }
        }
    }

    private static int[] members(int[] all, int[] of, int cluster) {
        int[] own = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (of[i] == cluster) {
                own[count++] = all[i];
            }
        }
        return Arrays.copyOf(own, count);
    }

    private float[] mean(int[] members) {
        float[] mean = new float[dimensions];
        for (int member : members) {
            float[] vector = vectors.get(member);
            for (int i = 0; i < dimensions; i++) {
                mean[i] += vector[i] / members.length;
            }
        }
        return mean;
    }

    private int nearestTo(float[] centre, int[] members) {
        int best = members[0];
        for (int member : members) {
            if (distance(centre, member) < distance(centre, best)) {
                best = member;
            }
        }
        return best;
    }

    private void assign() {
        List<List<Integer>> open = new ArrayList<>();
        for (int ignored : heads) {
            open.add(new ArrayList<>());
        }
        for (int i = 0; i < built; i++) {
            Hits near = nearestHeads(vectors.get(i), Math.min(heads.length, 4 * settings.replicas()));
            double limit = settings.closure() * (2 - 2 * near.scores()[0]);
            List<Integer> taken = new ArrayList<>();
            for (int j = 0; j < near.count() && taken.size() < settings.replicas(); j++) {
                double far = 2 - 2 * near.scores()[j];
                if (j > 0 && (far > limit || isCovered(near.numbers()[j], far, taken))) {
                    continue;
                }
                taken.add(near.numbers()[j]);
                open.get(near.numbers()[j]).add(i);
            }
        }
        lists = open.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Whether a head is nearer to one that was taken than to the vector: its list would be read with that one's anyway. */
    private boolean isCovered(int head, double far, List<Integer> taken) {
        return taken.stream().anyMatch(other -> distance(vectors.get(heads[other]), heads[head]) < far);
    }

    private Hits nearestHeads(float[] query, int k) {
        var best = new Ranking(k);
        for (int h = 0; h < heads.length; h++) {
            best.offer(h, Math.min(1, Vectors.dot(query, vectors.get(heads[h]), 0)));
        }
        return best.hits(0);
    }

    @Override
    public Hits nearest(float[] query, int k, IntPredicate live) {
        build();
        if (heads.length == 0) {
            return new Hits(new int[0], new double[0], 0);
        }
        ledger.charge(
                "heads of " + name,
                2.0 * dimensions * heads.length,
                headTier,
                1,
                (double) dimensions * Float.BYTES * heads.length,
                0);
        Hits near = nearestHeads(query, Math.min(settings.lists(), heads.length));
        double limit = settings.prune() * (2 - 2 * near.scores()[0]);
        var seen = new java.util.BitSet(built);
        var best = new Ranking(Math.min(k, built));
        int read = 0;
        long entries = 0;
        for (int j = 0; j < near.count() && (j == 0 || 2 - 2 * near.scores()[j] <= limit); j++) {
            read++;
            for (int vector : lists[near.numbers()[j]]) {
                entries++;
                if (!seen.get(vector) && live.test(numbers.get(vector))) {
                    seen.set(vector);
                    best.offer(numbers.get(vector), Vectors.dot(query, vectors.get(vector), 0));
                }
            }
        }
        ledger.charge(
                "lists of " + name,
                2.0 * dimensions * entries,
                tier,
                read,
                entries * entryBytes() / Math.max(1.0, read),
                0);
        Hits hits = best.hits(0);
        return new Hits(hits.numbers(), hits.scores(), hits.count() == 0 ? 0 : hits.scores()[hits.count() - 1]);
    }

    int lists() {
        return lists.length;
    }

    /** Vectors in all lists, with their copies. */
    long entries() {
        return Arrays.stream(lists).mapToLong(list -> list.length).sum();
    }

    int longestList() {
        return Arrays.stream(lists).mapToInt(list -> list.length).max().orElse(0);
    }

    private double entryBytes() {
        return vectorBytes() + Integer.BYTES;
    }

    @Override
    public long vectorBytes() {
        return (long) dimensions * Float.BYTES;
    }

    @Override
    public Map<String, Long> tierBytes() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put(headTier, heads.length * (vectorBytes() + Long.BYTES));
        bytes.merge(tier, (long) (entries() * entryBytes()), Long::sum);
        return bytes;
    }
}
