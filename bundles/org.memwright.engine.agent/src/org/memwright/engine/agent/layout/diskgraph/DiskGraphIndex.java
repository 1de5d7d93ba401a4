/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.diskgraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.program.Ledger;
import org.memwright.engine.agent.program.VectorIndex;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.Ranking;

/**
 * Vectors in a graph on a drive, walked by codes in memory: each step reads the nodes of a beam, whose neighbours are judged by their
 * codes, and what was read is ranked by its whole vectors.
 *
 * <p>Source: S. Subramanya et al., <cite>DiskANN: Fast Accurate Billion-Point Nearest Neighbor Search on a Single Node</cite>, 2019
 * (graph by robust pruning, beam search); H. Jégou et al., <cite>Product Quantization for Nearest Neighbor Search</cite>, 2011.
 *
 * <p>State: the graph is made anew by {@link #build}. Cost: n x beam x degree x dimensions to build.
 *
 * <p>Differs: one pass over the vectors; no cache of the nodes near the entry.
 */
final class DiskGraphIndex implements VectorIndex {
    private static final long SEED = 20_191_208;
    private static final double SLACK = 1.2;
    private static final int CODES = 256;
    private static final int ROUNDS = 6;
    private static final double BLOCK = 4096;

    /**
     * What a design says.
     *
     * @param degree most neighbours of a node
     * @param candidates that a search keeps
     * @param beam nodes that are read at once
     * @param codeBytes bytes of a vector's code in memory
     */
    record Settings(int degree, int candidates, int beam, int codeBytes) {}

    private final String name;
    private final String tier;
    private final String codeTier;
    private final int dimensions;
    private final Settings settings;
    private final Ledger ledger;
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private int[][] neighbours = new int[0][];
    private float[][] codebook = new float[0][];
    private byte[][] codes = new byte[0][];
    private int entry;
    private int built;

    DiskGraphIndex(String name, String tier, String codeTier, int dimensions, Settings settings, Ledger ledger) {
        if (dimensions % settings.codeBytes() != 0) {
            throw new IllegalArgumentException("codes is " + settings.codeBytes() + ", must divide the " + dimensions
                    + " dimensions of the vectors: each byte codes a part of equal length");
        }
        this.name = name;
        this.tier = tier;
        this.codeTier = codeTier;
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

    private double distance(float[] a, float[] b) {
        return Math.max(0, 2 - 2 * (double) Vectors.dot(a, b, 0));
    }

    private double distance(int a, int b) {
        return distance(vectors.get(a), vectors.get(b));
    }

    @Override
    public void build() {
        if (built == vectors.size()) {
            return;
        }
        built = vectors.size();
        var random = new SplittableRandom(SEED);
        encode(random);
        entry = middle();
        neighbours = new int[built][];
        for (int i = 0; i < built; i++) {
            Set<Integer> drawn = new LinkedHashSet<>();
            while (drawn.size() < Math.min(settings.degree() / 2, built - 1)) {
                int other = random.nextInt(built);
                if (other != i) {
                    drawn.add(other);
                }
            }
            neighbours[i] = drawn.stream().mapToInt(Integer::intValue).toArray();
        }
        long compared = 0;
        for (int i = 0; i < built; i++) {
            Set<Integer> visited = walk(vectors.get(i));
            compared += (long) visited.size() * settings.degree();
            visited.remove(i);
            for (int other : neighbours[i]) {
                visited.add(other);
            }
            neighbours[i] = prune(i, visited);
            for (int other : neighbours[i]) {
                joinBack(other, i);
            }
        }
        ledger.charge("building " + name, 2.0 * dimensions * compared, tier, 0, 0, built * BLOCK);
    }

    private void joinBack(int node, int other) {
        Set<Integer> all = new LinkedHashSet<>();
        for (int each : neighbours[node]) {
            all.add(each);
        }
        if (all.add(other)) {
            neighbours[node] = all.size() <= settings.degree()
                    ? all.stream().mapToInt(Integer::intValue).toArray()
                    : prune(node, all);
        }
    }

    /** Of nodes near another, those that no nearer one leads to. */
    private int[] prune(int node, Set<Integer> others) {
        List<Integer> left = new ArrayList<>(others);
        left.sort(Comparator.<Integer>comparingDouble(o -> distance(node, o)).thenComparingInt(o -> o));
        List<Integer> kept = new ArrayList<>();
        for (int other : left) {
            if (kept.size() == settings.degree()) {
                break;
            }
            double far = distance(node, other);
            if (kept.stream().noneMatch(k -> SLACK * distance(k, other) <= far)) {
                kept.add(other);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The nodes that a search by whole vectors goes through. */
    private Set<Integer> walk(float[] query) {
        var candidates = new Candidates(settings.candidates());
        candidates.offer(entry, distance(query, vectors.get(entry)));
        Set<Integer> visited = new LinkedHashSet<>();
        for (int node = candidates.next(); node >= 0; node = candidates.next()) {
            visited.add(node);
            for (int other : neighbours[node]) {
                candidates.offer(other, distance(query, vectors.get(other)));
            }
        }
        return visited;
    }

    private int middle() {
        float[] mean = new float[dimensions];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                mean[i] += vector[i] / built;
            }
        }
        int best = 0;
        for (int i = 1; i < built; i++) {
            if (distance(mean, vectors.get(i)) < distance(mean, vectors.get(best))) {
                best = i;
            }
        }
        return best;
    }

    // ── codes ───────────────────────────────────────────────────────────────────────────────────────────────

    private int part() {
        return dimensions / settings.codeBytes();
    }

    private void encode(SplittableRandom random) {
        int words = Math.min(CODES, built);
        codebook = new float[settings.codeBytes() * words][];
        codes = new byte[built][settings.codeBytes()];
        for (int p = 0; p < settings.codeBytes(); p++) {
            for (int w = 0; w < words; w++) {
                codebook[p * words + w] = part(vectors.get(random.nextInt(built)), p);
            }
            for (int round = 0; round <= ROUNDS; round++) {
                float[][] sums = new float[words][part()];
                int[] counts = new int[words];
                for (int i = 0; i < built; i++) {
                    float[] own = part(vectors.get(i), p);
                    int word = nearestWord(own, p, words);
                    codes[i][p] = (byte) word;
                    counts[word]++;
                    for (int d = 0; d < own.length; d++) {
                        sums[word][d] += own[d];
                    }
                }
                for (int w = 0; w < words && round < ROUNDS; w++) {
                    for (int d = 0; d < part() && counts[w] > 0; d++) {
                        codebook[p * words + w][d] = sums[w][d] / counts[w];
                    }
                }
            }
        }
    }

    private float[] part(float[] vector, int p) {
        return java.util.Arrays.copyOfRange(vector, p * part(), (p + 1) * part());
    }

    private static double apart(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private int nearestWord(float[] own, int p, int words) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int w = 0; w < words; w++) {
            double far = apart(own, codebook[p * words + w]);
            if (far < least) {
                least = far;
                best = w;
            }
        }
        return best;
    }

    /** The distance of a query's parts from all code words. */
    private double[] table(float[] query) {
        double[] table = new double[codebook.length];
        int words = codebook.length / settings.codeBytes();
        for (int i = 0; i < codebook.length; i++) {
            table[i] = apart(part(query, i / words), codebook[i]);
        }
        return table;
    }

    private double byCode(double[] table, int node) {
        int words = codebook.length / settings.codeBytes();
        double sum = 0;
        for (int p = 0; p < settings.codeBytes(); p++) {
            sum += table[p * words + (codes[node][p] & 0xff)];
        }
        return sum;
    }

    // ── search ──────────────────────────────────────────────────────────────────────────────────────────────

    /** The best of what was seen, and which of them were gone through. */
    private static final class Candidates {
        private final int most;
        private final List<double[]> best = new ArrayList<>();
        private final Set<Integer> seen = new java.util.HashSet<>();
        private final BitSet done = new BitSet();

        Candidates(int most) {
            this.most = most;
        }

        void offer(int node, double far) {
            if (seen.add(node) && (best.size() < most || far < best.getLast()[1])) {
                int at = best.size();
                while (at > 0 && (best.get(at - 1)[1] > far)) {
                    at--;
                }
                best.add(at, new double[] {node, far});
                if (best.size() > most) {
                    best.removeLast();
                }
            }
        }

        /** The nearest that was not gone through yet, or -1. */
        int next() {
            for (double[] each : best) {
                int node = (int) each[0];
                if (!done.get(node)) {
                    done.set(node);
                    return node;
                }
            }
            return -1;
        }
    }

    @Override
    public Hits nearest(float[] query, int k, IntPredicate live) {
        build();
        if (built == 0) {
            return new Hits(new int[0], new double[0], 0);
        }
        double[] table = table(query);
        var candidates = new Candidates(Math.max(settings.candidates(), k));
        candidates.offer(entry, byCode(table, entry));
        var best = new Ranking(Math.min(k, built));
        List<Integer> beam = beam(candidates);
        while (!beam.isEmpty()) {
            int judged = 0;
            for (int node : beam) {
                if (live.test(numbers.get(node))) {
                    best.offer(numbers.get(node), Vectors.dot(query, vectors.get(node), 0));
                }
                for (int other : neighbours[node]) {
                    candidates.offer(other, byCode(table, other));
                    judged++;
                }
            }
            ledger.charge("nodes of " + name, 2.0 * dimensions * beam.size(), tier, beam.size(), BLOCK, 0);
            ledger.charge("codes of " + name, settings.codeBytes() * judged, codeTier, judged, settings.codeBytes(), 0);
            beam = beam(candidates);
        }
        Hits hits = best.hits(0);
        return new Hits(hits.numbers(), hits.scores(), hits.count() == 0 ? 0 : hits.scores()[hits.count() - 1]);
    }

    private List<Integer> beam(Candidates candidates) {
        List<Integer> beam = new ArrayList<>();
        for (int node = candidates.next(); node >= 0; node = candidates.next()) {
            beam.add(node);
            if (beam.size() == settings.beam()) {
                break;
            }
        }
        return beam;
    }

    /** The neighbours of the node of an item. */
    int[] neighbours(int node) {
        return neighbours[node].clone();
    }

    @Override
    public long vectorBytes() {
        return (long) dimensions * Float.BYTES;
    }

    @Override
    public Map<String, Long> tierBytes() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put(codeTier, (long) built * settings.codeBytes() + (long) codebook.length * part() * Float.BYTES);
        bytes.merge(tier, (long) (built * BLOCK), Long::sum);
        return bytes;
    }
}
