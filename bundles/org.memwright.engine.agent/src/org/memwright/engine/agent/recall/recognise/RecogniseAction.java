/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.recognise;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.Ranking;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Ranks texts by a walk over a graph that has texts and phrases as nodes, from the phrases of the statements most like the question
 * and, with less weight, from the texts most like it.
 *
 * <p>Source: B. J. Gutierrez et al., <cite>From RAG to Memory: Non-Parametric Continual Learning for Large Language Models</cite>,
 * 2025: passage nodes with weight 0.05, query to triple, recognition memory as a filter.
 *
 * <p>Differs: statements are compared with the question by shared terms, and those far below the best are dropped, where the paper
 * asks a language model which to keep.
 *
 * @param most statements that are looked at
 * @param keep least share of the best statement's likeness
 * @param weight of texts among the seeds
 */
public record RecogniseAction(String store, String of, int most, double keep, double weight, double damping, int k)
        implements Action {
    private static final double LEAST_CHANGE = 1e-6;

    /** A statement and how like the question it is. */
    private record Seed(int subject, int object, double like) {}

    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory graph = moment.memory(store, GraphMemory.class, "is no graph; lay it out as triples()");
        ItemMemory texts = moment.items(of);
        String question = moment.subject().text();
        double[] seeds = new double[graph.nodes()];
        List<Seed> near = near(graph, question, moment);
        double best = near.isEmpty() ? 0 : near.getFirst().like();
        for (Seed seed : near) {
            if (seed.like() >= keep * best && seed.like() > 0) {
                seeds[seed.subject()] +=
                        seed.like() / Math.max(1, graph.origins(seed.subject()).size());
                seeds[seed.object()] +=
                        seed.like() / Math.max(1, graph.origins(seed.object()).size());
            }
        }
        scale(seeds, 1);
        double[] byText = new double[graph.nodes()];
        Hits hits = texts.hasVectors() ? texts.nearest(question, k) : texts.lexical(question, k);
        for (int i = 0; i < hits.count(); i++) {
            for (int origin : texts.store().piece(hits.numbers()[i]).origins()) {
                int anchor = graph.anchored(origin);
                if (anchor >= 0) {
                    byText[anchor] += Math.max(0, hits.scores()[i]);
                }
            }
        }
        scale(byText, weight);
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] += byText[i];
        }
        scale(seeds, 1);
        double[] found = graph.pagerank(seeds, damping, LEAST_CHANGE);
        var ranking = new Ranking(k);
        for (int number : texts.store().live()) {
            List<Integer> origins = texts.store().piece(number).origins();
            int anchor = origins.isEmpty() ? -1 : graph.anchored(origins.getFirst());
            if (anchor >= 0 && found[anchor] > 0) {
                ranking.offer(number, found[anchor]);
            }
        }
        return Flow.of(texts, ranking.hits(0));
    }

    private List<Seed> near(GraphMemory graph, String question, Moment moment) {
        List<Seed> all = new ArrayList<>();
        try (var analysis = new Analysis()) {
            Set<String> asked = new HashSet<>(analysis.terms(question));
            for (int node = 0; node < graph.nodes(); node++) {
                for (GraphMemory.Edge edge : graph.statements(node)) {
                    if (node < edge.other()) {
                        Set<String> terms = new HashSet<>(analysis.terms(
                                graph.phrase(node) + " " + edge.relation() + " " + graph.phrase(edge.other())));
                        int size = terms.size();
                        terms.retainAll(asked);
                        all.add(new Seed(node, edge.other(), size == 0 ? 0 : (double) terms.size() / size));
                    }
                }
            }
        }
        moment.services()
                .ledger()
                .charge("statements of " + store, 8.0 * all.size(), graph.tier(), 1, 16.0 * all.size(), 0);
        all.sort(Comparator.comparingDouble(Seed::like).reversed());
        return all.size() > most ? all.subList(0, most) : all;
    }

    private static void scale(double[] values, double to) {
        double sum = Arrays.stream(values).sum();
        for (int i = 0; i < values.length && sum > 0; i++) {
            values[i] *= to / sum;
        }
    }

    /** Makes {@code recognise}. */
    @Mechanism(
            name = "recognise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Ranks texts by a walk over texts and phrases, from statements like the question.",
            source =
                    "Gutierrez et al. 2025, From RAG to Memory: Non-Parametric Continual Learning for Large Language Models (HippoRAG 2)",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "of", type = ParamType.STORE, doc = "The store of the texts."),
                @Param(
                        name = "statements",
                        type = ParamType.COUNT,
                        byDefault = "5",
                        min = 1,
                        max = 1000,
                        doc = "How many statements are looked at."),
                @Param(
                        name = "keep",
                        type = ParamType.RATIO,
                        byDefault = "80%",
                        min = 0,
                        max = 1,
                        doc = "The least likeness of a statement, as a share of the best."),
                @Param(
                        name = "weight",
                        type = ParamType.RATIO,
                        byDefault = "5%",
                        min = 0,
                        max = 1,
                        doc = "How much the texts most like the question count as seeds."),
                @Param(
                        name = "damping",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 0.999,
                        doc = "The probability to go on walking."),
                @Param(name = "k", type = ParamType.COUNT, byDefault = "10", min = 1, doc = "How many texts.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RecogniseAction(
                    call.word("store"),
                    call.word("of"),
                    (int) call.count("statements"),
                    call.number("keep"),
                    call.number("weight"),
                    call.number("damping"),
                    (int) call.count("k"));
        }
    }
}
