/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.fingerprints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;

/**
 * Where short random walks from each node of a graph went: estimates of personalised PageRank that are combined for a query.
 *
 * <p>Source: Q. Liu et al., <cite>PowerWalk: Scalable Personalized PageRank via Random Walks with Vertex-Centric
 * Decomposition</cite>, 2016: fingerprints of visits, and the decomposition p_u = (1 - c) e_u + c x mean of p_v over u's neighbours.
 *
 * <p>State: one map of visits for each node. Cost: nodes x walks / (1 - c) steps to make it.
 */
public final class FingerprintMemory implements Memory {
    private static final long SEED = 20_160_628;
    private static final int ENTRY_BYTES = 8;

    private final String name;
    private final String tier;
    private final int walks;
    private final double damping;
    private final Services services;
    private List<Map<Integer, Double>> visits = List.of();
    private long entries;
    private long writtenBytes;

    FingerprintMemory(String name, String tier, int walks, double damping, Services services) {
        this.name = name;
        this.tier = tier;
        this.walks = walks;
        this.damping = damping;
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

    /** Walks from every node anew. */
    public void sample(GraphMemory graph) {
        var random = new SplittableRandom(SEED);
        List<Map<Integer, Double>> all = new ArrayList<>();
        double steps = 0;
        entries = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            Map<Integer, Double> own = new LinkedHashMap<>();
            for (int walk = 0; walk < walks; walk++) {
                int at = node;
                own.merge(at, (1 - damping) / walks, Double::sum);
                while (random.nextDouble() < damping) {
                    at = next(graph.neighbours(at), node, random);
                    own.merge(at, (1 - damping) / walks, Double::sum);
                    steps++;
                }
            }
            entries += own.size();
            all.add(own);
        }
        visits = all;
        long bytes = ENTRY_BYTES * entries;
        writtenBytes += bytes;
        services.ledger().charge("walks of " + name, steps, graph.tier(), steps, ENTRY_BYTES, 0);
        services.ledger().charge("write to " + name, 0, tier, 0, 0, bytes);
    }

    /** A neighbour by the weight of its join; where there is none, the walk begins again. */
    private static int next(Map<Integer, Double> neighbours, int start, SplittableRandom random) {
        double total = 0;
        for (double weight : neighbours.values()) {
            total += weight;
        }
        double drawn = random.nextDouble() * total;
        for (var each : neighbours.entrySet()) {
            drawn -= each.getValue();
            if (drawn < 0) {
                return each.getKey();
            }
        }
        return start;
    }

    /**
     * Estimates where a walk from seeds is found: some rounds exactly, the rest by the fingerprints of where it is then.
     *
     * @param seeds probability of each node to begin at
     * @param least probability of a node below which it is left out
     */
    public Map<Integer, Double> combine(GraphMemory graph, Map<Integer, Double> seeds, int rounds, double least) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        Map<Integer, Double> at = seeds;
        for (int round = 0; round < rounds; round++) {
            Map<Integer, Double> next = new LinkedHashMap<>();
            double read = 0;
            for (var each : at.entrySet()) {
                found.merge(each.getKey(), (1 - damping) * each.getValue(), Double::sum);
                Map<Integer, Double> neighbours = graph.neighbours(each.getKey());
                double total = neighbours.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                for (var neighbour : neighbours.entrySet()) {
                    next.merge(
                            neighbour.getKey(), damping * each.getValue() * neighbour.getValue() / total, Double::sum);
                }
                read += neighbours.size();
            }
            charge("step of ", 2 * read, graph.tier(), at.size(), read);
            next.values().removeIf(share -> share < least);
            at = next;
        }
        double read = 0;
        for (var each : at.entrySet()) {
            Map<Integer, Double> own = each.getKey() < visits.size() ? visits.get(each.getKey()) : Map.of();
            own.forEach((node, share) -> found.merge(node, each.getValue() * share, Double::sum));
            read += own.size();
        }
        charge("combining ", 2 * read, tier, at.size(), read);
        return found;
    }

    private void charge(String what, double operations, String from, int nodes, double read) {
        services.ledger().charge(what + name, operations, from, nodes, ENTRY_BYTES * read / Math.max(1.0, nodes), 0);
    }

    @Override
    public long storedBytes() {
        return ENTRY_BYTES * entries;
    }

    @Override
    public long writtenBytes() {
        return writtenBytes;
    }

    @Override
    public long storedItems() {
        return visits.size();
    }

    @Override
    public void close() {}
}
