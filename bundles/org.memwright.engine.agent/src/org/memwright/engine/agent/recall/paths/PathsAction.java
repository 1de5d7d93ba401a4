/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.paths;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Walks a graph from the names in the question, one statement at a time, along the most promising ways; the texts that say the
 * statements walked are the evidence.
 *
 * <p>Source: C. Feng et al., <cite>Knowledge Solver: Teaching LLMs to Search for Domain Knowledge from Knowledge Graphs</cite>, 2023
 * (by relevance: which hop comes next is chosen by the question); X. Liang et al., <cite>Empowering Large Language Models to Set up a
 * Knowledge Retrieval Indexer via Self-Learning</cite>, 2024 (by support: facts that several texts corroborate).
 *
 * <p>Differs: no language model chooses; a statement is as relevant as the share of its relation's terms in the question, and as
 * supported as the texts that say it are many.
 *
 * @param width how many ways are followed side by side
 */
public record PathsAction(String store, int hops, int width, boolean bySupport) implements Action {
    /** A way so far. */
    private record Way(int at, double score, List<GraphMemory.Edge> walked, Set<Integer> nodes) {}

    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory graph = moment.memory(store, GraphMemory.class, "is no graph; lay it out as triples()");
        List<Way> ways = new ArrayList<>();
        for (Found found : piped.items()) {
            int node = graph.find(found.piece().text());
            if (node >= 0) {
                ways.add(new Way(node, 0, List.of(), Set.of(node)));
            }
        }
        List<Way> ended = new ArrayList<>();
        try (var analysis = new Analysis()) {
            Set<String> asked = new HashSet<>(analysis.terms(moment.subject().text()));
            for (int hop = 0; hop < hops; hop++) {
                List<Way> next = new ArrayList<>();
                double read = 0;
                for (Way way : ways) {
                    for (GraphMemory.Edge edge : graph.statements(way.at())) {
                        read++;
                        if (!way.nodes().contains(edge.other())) {
                            next.add(extended(
                                    way, edge, bySupport ? edge.origins().size() : relevance(edge, asked, analysis)));
                        }
                    }
                }
                moment.services()
                        .ledger()
                        .charge(
                                "hop of " + store,
                                16 * read,
                                graph.tier(),
                                ways.size(),
                                16 * read / Math.max(1, ways.size()),
                                0);
                next.sort(Comparator.comparingDouble(Way::score).reversed());
                ways = next.size() > width ? next.subList(0, width) : next;
                ended.addAll(ways);
            }
        }
        ended.sort(Comparator.comparingDouble(Way::score).reversed());
        List<Found> evidence = new ArrayList<>();
        Set<Integer> given = new HashSet<>();
        for (Way way : ended) {
            for (GraphMemory.Edge edge : way.walked()) {
                List<Integer> origins =
                        edge.origins().stream().filter(given::add).toList();
                if (!origins.isEmpty()) {
                    evidence.add(new Found(
                            null,
                            edge.other(),
                            new Piece(graph.phrase(edge.other()), "", moment.nanos(), 0, origins, List.of()),
                            way.score()));
                }
            }
        }
        return Flow.of(evidence);
    }

    private static Way extended(Way way, GraphMemory.Edge edge, double score) {
        List<GraphMemory.Edge> walked = new ArrayList<>(way.walked());
        walked.add(edge);
        Set<Integer> nodes = new HashSet<>(way.nodes());
        nodes.add(edge.other());
        return new Way(edge.other(), way.score() + score, List.copyOf(walked), Set.copyOf(nodes));
    }

    private static double relevance(GraphMemory.Edge edge, Set<String> asked, Analysis analysis) {
        Set<String> terms = new HashSet<>(analysis.terms(edge.relation()));
        int all = terms.size();
        terms.retainAll(asked);
        return all == 0 ? 0 : (double) terms.size() / all;
    }

    /** Makes {@code paths}. */
    @Mechanism(
            name = "paths",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Walks statements from the names in the question, the most promising first.",
            source = "Feng et al. 2023, Knowledge Solver; Liang et al. 2024, PG-RAG",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "hops",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 1,
                        max = 10,
                        doc = "How many statements a way is long."),
                @Param(
                        name = "width",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 1000,
                        doc = "How many ways are followed side by side."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "relevance",
                        choices = {"relevance", "support"},
                        doc =
                                "Whether relations that the question speaks of or statements of many texts are promising.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new PathsAction(
                    call.word("store"),
                    (int) call.count("hops"),
                    (int) call.count("width"),
                    call.word("by").equals("support"));
        }
    }
}
