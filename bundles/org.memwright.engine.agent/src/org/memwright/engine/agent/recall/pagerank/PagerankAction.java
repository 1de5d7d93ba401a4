/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.pagerank;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
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
 * Finds the phrases of a graph near those that come through the pipeline, by personalised PageRank.
 *
 * <p>Source: B. Gutiérrez et al., <cite>HippoRAG</cite>, 2024: damping 0.5, seeds weighted by how few texts they stand
 * in.
 *
 * <p>Differs: a name that is no phrase of the graph is taken for the phrase written most alike.
 */
public record PagerankAction(String store, double damping, double alike) implements Action {
    private static final double LEAST_CHANGE = 1e-6;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory graph = moment.memory(store, GraphMemory.class, "is no graph; lay it out as triples()");
        double[] seeds = new double[graph.nodes()];
        double sum = 0;
        for (Found found : piped.items()) {
            int node = seed(graph, found.piece().text());
            if (node >= 0) {
                double weight = 1.0 / Math.max(1, graph.origins(node).size());
                seeds[node] += weight;
                sum += weight;
            }
        }
        if (sum == 0) {
            moment.services().count("questions without a name in the graph", 1);
            return Flow.EMPTY;
        }
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] /= sum;
        }
        double[] found = graph.pagerank(seeds, damping, LEAST_CHANGE);
        List<Found> phrases = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] > 0) {
                Piece phrase =
                        new Piece(graph.phrase(i), "", moment.nanos(), 0, List.copyOf(graph.origins(i)), List.of());
                phrases.add(new Found(null, i, phrase, found[i]));
            }
        }
        return Flow.of(phrases).ranked(Integer.MAX_VALUE);
    }

    private int seed(GraphMemory graph, String name) {
        int exact = graph.find(name);
        if (exact >= 0) {
            return exact;
        }
        int best = -1;
        double most = 0;
        for (var other : graph.alike(name, alike).entrySet()) {
            if (other.getValue() > most) {
                most = other.getValue();
                best = other.getKey();
            }
        }
        return best;
    }

    /** Makes {@code pagerank}. */
    @Mechanism(
            name = "pagerank",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Walks a graph from the names in the question.",
            source = "Gutiérrez et al. 2024, HippoRAG; Haveliwala 2002, Topic-Sensitive PageRank",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "damping",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 0.999,
                        doc = "The probability to go on walking."),
                @Param(
                        name = "alike",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "The least alikeness of a phrase that stands in for a name.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new PagerankAction(call.word("store"), call.number("damping"), call.number("alike"));
        }
    }
}
