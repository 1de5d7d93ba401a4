/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.roles;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Finds the phrases of a graph that have a place like those that come through the pipeline: as many neighbours, whose neighbours are as
 * many, and so on, wherever they are.
 *
 * <p>Source: Y. Wang et al., <cite>Augmenting Textual Generation via Topology Aware Retrieval</cite>, 2024 (role-based retrieval); K.
 * Henderson et al., <cite>It's Who You Know: Graph Mining Using Recursive Structural Features</cite>, 2011.
 *
 * @param rounds how far the place is looked at: features are a node's degree, and in each round the mean and most of its neighbours'
 */
public record RolesAction(String store, int rounds) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory graph = moment.memory(store, GraphMemory.class, "is no graph; lay it out as triples()");
        double[][] features = features(graph);
        Map<Integer, Double> alike = new LinkedHashMap<>();
        for (Found found : piped.items()) {
            int node = graph.find(found.piece().text());
            for (int other = 0; node >= 0 && other < graph.nodes(); other++) {
                if (other != node) {
                    alike.merge(other, 1 / (1 + apart(features[node], features[other])), Math::max);
                }
            }
        }
        double edges = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            edges += graph.neighbours(node).size();
        }
        moment.services().ledger().charge("roles of " + store, 4 * rounds * edges, graph.tier(), rounds, 16 * edges, 0);
        List<Found> phrases = new ArrayList<>();
        alike.forEach((node, score) -> phrases.add(new Found(
                null,
                node,
                new Piece(graph.phrase(node), "", moment.nanos(), 0, first(graph, node), List.of()),
                score)));
        return Flow.of(phrases).ranked(Integer.MAX_VALUE);
    }

    /** The text that a phrase came in with. */
    private static List<Integer> first(GraphMemory graph, int node) {
        return graph.origins(node).stream().min(Integer::compare).map(List::of).orElse(List.of());
    }

    private double[][] features(GraphMemory graph) {
        double[][] features = new double[graph.nodes()][1 + 2 * rounds];
        for (int node = 0; node < features.length; node++) {
            features[node][0] = graph.neighbours(node).size();
        }
        for (int round = 0; round < rounds; round++) {
            int from = round == 0 ? 0 : 2 * round - 1;
            for (int node = 0; node < features.length; node++) {
                double sum = 0;
                double most = 0;
                for (int other : graph.neighbours(node).keySet()) {
                    sum += features[other][from];
                    most = Math.max(most, features[other][from]);
                }
                features[node][1 + 2 * round] =
                        sum / Math.max(1, graph.neighbours(node).size());
                features[node][2 + 2 * round] = most;
            }
        }
        return features;
    }

    private static double apart(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return StrictMath.sqrt(sum);
    }

    /** Makes {@code roles}. */
    @Mechanism(
            name = "roles",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Finds phrases that have the same place in a graph.",
            source =
                    "Wang et al. 2024, Augmenting Textual Generation via Topology Aware Retrieval; Henderson et al. 2011",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 1,
                        max = 10,
                        doc = "How far around a phrase is looked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RolesAction(call.word("store"), (int) call.count("rounds"));
        }
    }
}
