/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Statements;
import org.memwright.engine.agent.item.Triple;
import org.memwright.engine.agent.store.GraphJournal;
import org.memwright.engine.agent.text.Analysis;

/**
 * A graph of statements: phrases are nodes, a triple joins its subject and its object, and each node knows the texts that it stands
 * in.
 *
 * <p>State: nodes and edges only grow; in memory, or in a folder, where every change is a record of a journal before it is
 * told to have happened. Cost: constant for each triple.
 */
public final class GraphMemory implements Memory {
    private static final double EDGE_BYTES = 16;

    /**
     * What was said of two phrases.
     *
     * @param other the phrase at its other end
     * @param relation the words between them, as first said
     * @param origins the texts that say it
     */
    public record Edge(int other, String relation, Set<Integer> origins) {}

    private final String name;
    private final String tier;
    private final boolean patterns;
    private final Services services;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<String> phrases = new ArrayList<>();
    private final Map<String, List<Integer>> byLetters = new HashMap<>();
    private final List<Map<Integer, Double>> edges = new ArrayList<>();
    private final List<Set<Integer>> origins = new ArrayList<>();
    private final List<Map<Integer, Edge>> statements = new ArrayList<>();
    private long triples;
    private long phraseBytes;
    private long edgeCount;
    private long writtenBytes;
    private int linkedUpTo;
    private @Nullable GraphJournal journal;

    /**
     * Opens the graph of a folder, or begins one; it outlives the process from then on.
     *
     * @throws IOException where the folder cannot be used, another memory uses it, or a later version wrote it
     */
    public static GraphMemory open(Path folder, String name, String tier, boolean patterns, Services services)
            throws IOException {
        var memory = new GraphMemory(name, tier, patterns, services);
        memory.journal = GraphJournal.open(folder, memory.new Replay());
        return memory;
    }

    /** Makes the graph as it was. */
    private final class Replay implements GraphJournal.Graph {
        @Override
        public void node(String phrase) {
            GraphMemory.this.newNode(phrase);
        }

        @Override
        public void origin(int node, int origin) {
            origins.get(node).add(origin);
        }

        @Override
        public void join(int a, int b, double weight) {
            GraphMemory.this.join(a, b, weight);
        }

        @Override
        public void statement(int subject, int object, String relation, List<Integer> by) {
            triples++;
            if (subject >= 0) {
                state(subject, object, relation, by);
                state(object, subject, relation, by);
            }
        }
    }

    /** @param patterns statements are always extracted by patterns, whatever comes with a text */
    public GraphMemory(String name, String tier, boolean patterns, Services services) {
        this.patterns = patterns;
        this.name = name;
        this.tier = tier;
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

    /** Writes the triples of a piece, and which origins they come from. */
    public void add(Piece piece) {
        double before = writtenBytes;
        for (Triple triple : patterns ? Statements.of(piece.text()) : piece.triples()) {
            int subject = node(triple.subject(), piece.origins());
            int object = node(triple.object(), piece.origins());
            boolean joined = subject >= 0 && object >= 0 && subject != object;
            if (joined) {
                join(subject, object, 1);
                state(subject, object, triple.relation(), piece.origins());
                state(object, subject, triple.relation(), piece.origins());
            }
            triples++;
            if (journal != null) {
                journal.statement(joined ? subject : -1, object, triple.relation(), piece.origins());
            }
        }
        services.ledger().charge("write to " + name, 0, tier, 0, 0, writtenBytes - before);
    }

    private int node(String phrase, List<Integer> from) {
        String key = Analysis.normalise(phrase);
        if (key.isEmpty()) {
            return -1;
        }
        Integer known = ids.get(key);
        int id = known == null ? newNode(key) : known;
        for (int origin : from) {
            if (origins.get(id).add(origin)) {
                writtenBytes += Integer.BYTES;
                if (journal != null) {
                    journal.origin(id, origin);
                }
            }
        }
        return id;
    }

    private int newNode(String key) {
        int id = phrases.size();
        ids.put(key, id);
        phrases.add(key);
        edges.add(new LinkedHashMap<>());
        origins.add(new LinkedHashSet<>());
        statements.add(new LinkedHashMap<>());
        for (String letters : trigrams(key)) {
            byLetters.computeIfAbsent(letters, l -> new ArrayList<>()).add(id);
        }
        phraseBytes += key.length();
        writtenBytes += key.length() + Integer.BYTES;
        if (journal != null) {
            journal.node(key);
        }
        return id;
    }

    private void state(int from, int to, String relation, List<Integer> by) {
        statements
                .get(from)
                .computeIfAbsent(to, other -> new Edge(other, relation, new LinkedHashSet<>()))
                .origins()
                .addAll(by);
    }

    /** What texts say of a node and others, in the order of saying; without joins that no text says. */
    public List<Edge> statements(int node) {
        return List.copyOf(statements.get(node).values());
    }

    /** The nodes that one is joined to, with what the joins weigh. */
    public Map<Integer, Double> neighbours(int node) {
        return Collections.unmodifiableMap(edges.get(node));
    }

    /** Makes a node for a text itself, joined to the phrases that it states something of; -1 where it states nothing. */
    public int anchor(Piece piece) {
        Set<Integer> phrasesOf = new LinkedHashSet<>();
        for (Triple triple : patterns ? Statements.of(piece.text()) : piece.triples()) {
            phrasesOf.add(find(triple.subject()));
            phrasesOf.add(find(triple.object()));
        }
        phrasesOf.remove(-1);
        if (phrasesOf.isEmpty() || piece.origins().isEmpty()) {
            return -1;
        }
        int anchor = node("text " + piece.origins().getFirst(), piece.origins());
        phrasesOf.forEach(phrase -> join(anchor, phrase, 1));
        return anchor;
    }

    /** The node of the text with that origin, or -1. */
    public int anchored(int origin) {
        return find("text " + origin);
    }

    /** Joins two nodes, or makes what joins them weigh more. */
    public void join(int a, int b, double weight) {
        edgeCount += edges.get(a).containsKey(b) ? 0 : 1;
        edges.get(a).merge(b, weight, Double::sum);
        edges.get(b).merge(a, weight, Double::sum);
        writtenBytes += (long) EDGE_BYTES;
        if (journal != null) {
            journal.join(a, b, weight);
        }
    }

    public int nodes() {
        return phrases.size();
    }

    public String phrase(int node) {
        return phrases.get(node);
    }

    /** The node of a phrase, or -1. */
    public int find(String phrase) {
        return ids.getOrDefault(Analysis.normalise(phrase), -1);
    }

    private static Set<String> trigrams(String phrase) {
        String padded = " " + phrase + " ";
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            found.add(padded.substring(i, i + 3));
        }
        return found;
    }

    /**
     * The nodes written like a phrase, with their alikeness: twice the groups of three letters in common, over all groups.
     *
     * @param least alikeness of a node that is given
     */
    public Map<Integer, Double> alike(String phrase, double least) {
        Set<String> mine = trigrams(Analysis.normalise(phrase));
        Map<Integer, Integer> common = new TreeMap<>();
        for (String letters : mine) {
            for (int node : byLetters.getOrDefault(letters, List.of())) {
                common.merge(node, 1, Integer::sum);
            }
        }
        Map<Integer, Double> alike = new LinkedHashMap<>();
        common.forEach((node, count) -> {
            double dice =
                    2.0 * count / (mine.size() + trigrams(phrases.get(node)).size());
            if (dice >= least) {
                alike.put(node, dice);
            }
        });
        return alike;
    }

    /** The texts that a node stands in. */
    public Set<Integer> origins(int node) {
        return origins.get(node);
    }

    /** From which node on none was compared with the others yet; the next call begins after all there are now. */
    public int takeUnlinked() {
        int from = linkedUpTo;
        linkedUpTo = phrases.size();
        return from;
    }

    /**
     * Where a walker is found in the long run that follows edges by their weight, and with a probability jumps back to its seeds.
     *
     * <p>Source: T. Haveliwala, <cite>Topic-Sensitive PageRank</cite>, 2002.
     *
     * @param seeds probability of each node to be jumped to
     * @param damping probability to follow an edge, below 1
     * @param least change of all probabilities together at which it stops
     */
    public double[] pagerank(double[] seeds, double damping, double least) {
        int count = nodes();
        double[] totals = new double[count];
        for (int i = 0; i < count; i++) {
            for (double weight : edges.get(i).values()) {
                totals[i] += weight;
            }
        }
        double[] at = seeds.clone();
        double[] next = new double[count];
        double change = Double.MAX_VALUE;
        int rounds = 0;
        for (; change > least && rounds < 100; rounds++) {
            Arrays.fill(next, 0);
            double lost = 0;
            for (int i = 0; i < count; i++) {
                if (at[i] == 0) {
                    continue;
                }
                if (totals[i] == 0) {
                    lost += at[i];
                    continue;
                }
                double share = at[i] / totals[i];
                for (var edge : edges.get(i).entrySet()) {
                    next[edge.getKey()] += share * edge.getValue();
                }
            }
            change = 0;
            for (int i = 0; i < count; i++) {
                double value = (1 - damping) * seeds[i] + damping * (next[i] + lost * seeds[i]);
                change += Math.abs(value - at[i]);
                at[i] = value;
            }
        }
        services.ledger()
                .charge(
                        "walk of " + name,
                        4.0 * rounds * edgeCount,
                        tier,
                        rounds,
                        2 * EDGE_BYTES * edgeCount,
                        (double) Double.BYTES * count);
        return at;
    }

    public Services services() {
        return services;
    }

    @Override
    public long storedBytes() {
        long at = phraseBytes + (long) EDGE_BYTES * edgeCount;
        for (Set<Integer> each : origins) {
            at += (long) Integer.BYTES * each.size();
        }
        return at;
    }

    @Override
    public long writtenBytes() {
        return writtenBytes;
    }

    @Override
    public long storedItems() {
        return triples;
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
