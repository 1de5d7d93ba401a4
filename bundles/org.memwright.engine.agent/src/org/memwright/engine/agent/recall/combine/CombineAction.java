/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.combine;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.layout.fingerprints.FingerprintMemory;
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
 * Finds the phrases of a graph near those that come through the pipeline by walks that were made before.
 *
 * <p>Source: Q. Liu et al., <cite>PowerWalk: Scalable Personalized PageRank via Random Walks with Vertex-Centric
 * Decomposition</cite>, 2016: the answer to a query is a linear combination of fingerprints.
 */
public record CombineAction(String store, String graph, int rounds, double least) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory over = moment.memory(graph, GraphMemory.class, "is no graph; lay it out as triples()");
        Map<Integer, Double> seeds = new LinkedHashMap<>();
        for (Found found : piped.items()) {
            int node = over.find(found.piece().text());
            if (node >= 0) {
                seeds.merge(node, 1.0 / Math.max(1, over.origins(node).size()), Double::sum);
            }
        }
        double sum = seeds.values().stream().mapToDouble(Double::doubleValue).sum();
        seeds.replaceAll((node, weight) -> weight / sum);
        List<Found> phrases = new ArrayList<>();
        moment.memory(store, FingerprintMemory.class, "keeps no walks; lay it out as fingerprints()")
                .combine(over, seeds, rounds, least)
                .forEach((node, share) -> phrases.add(new Found(
                        null,
                        node,
                        new Piece(over.phrase(node), "", moment.nanos(), 0, List.copyOf(over.origins(node)), List.of()),
                        share)));
        return Flow.of(phrases).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code combine}. */
    @Mechanism(
            name = "combine",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Finds what is near in a graph by walks that were made before.",
            source =
                    "Liu et al. 2016, PowerWalk: Scalable Personalized PageRank via Random Walks with Vertex-Centric Decomposition",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store of the walks."),
                @Param(name = "graph", type = ParamType.STORE, doc = "The graph."),
                @Param(
                        name = "rounds",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 0,
                        max = 20,
                        doc = "Steps that are computed before the walks are used."),
                @Param(
                        name = "least",
                        type = ParamType.NUMBER,
                        byDefault = "0.0001",
                        min = 0,
                        max = 1,
                        doc = "The least probability of a phrase that is followed.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new CombineAction(
                    call.word("store"), call.word("graph"), (int) call.count("rounds"), call.number("least"));
        }
    }
}
