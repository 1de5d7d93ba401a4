/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.clusters;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.embed.HashEmbedder;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.store.Hits;
import org.memwright.engine.agent.store.Ranking;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.engine.agent.workload.Words;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes passages of topics, whose vectors lie in clusters: each topic has words of its own, and each passage draws most of its words
 * from them. The evidence of a question is the passages whose vectors, by {@code embed: hash}, are nearest to its own, found by
 * comparing all: the truth that an approximate index is judged by.
 */
public record ClusterSource(int topics, int passages, int questions, int nearest) implements EpisodeSource {
    private static final int TOPIC_WORDS = 24;
    private static final int COMMON_WORDS = 400;
    private static final int LENGTH = 14;
    private static final double OWN = 0.7;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> words = Words.words(topics * TOPIC_WORDS + COMMON_WORDS, random);
        List<String> common = words.subList(topics * TOPIC_WORDS, words.size());
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> asked = new ArrayList<>();
        try (var embedder = new HashEmbedder()) {
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < passages; i++) {
                String text = text(words, common, random.nextInt(topics), random);
                pieces.add(new Piece(text, "", i, 0, List.of(i), List.of()));
                vectors.add(embedder.embed(text));
            }
            for (int q = 0; q < questions; q++) {
                String text = text(words, common, random.nextInt(topics), random);
                float[] vector = embedder.embed(text);
                var best = new Ranking(Math.min(nearest, passages));
                for (int i = 0; i < passages; i++) {
                    best.offer(i, Vectors.dot(vector, vectors.get(i), 0));
                }
                Hits hits = best.hits(0);
                Set<Integer> evidence = new TreeSet<>();
                for (int number : hits.numbers()) {
                    evidence.add(number);
                }
                asked.add(new Episode.Question(text, passages, passages, "", evidence, Set.of()));
            }
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Clusters: %d passages of %d topics, %d questions whose evidence is the %d nearest by embed: hash; made, not recorded.",
                passages,
                topics,
                questions,
                nearest));
        return List.of(new Episode("clusters", pieces, asked));
    }

    private static String text(List<String> words, List<String> common, int topic, SplittableRandom random) {
        List<String> own = words.subList(topic * TOPIC_WORDS, (topic + 1) * TOPIC_WORDS);
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i == 0 ? "" : " ").append(Words.draw(random.nextDouble() < OWN ? own : common, random));
        }
        return text.append('.').toString();
    }

    /** Makes {@code clusters}. */
    @Mechanism(
            name = "clusters",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes passages whose vectors lie in clusters, and asks for the nearest of them.",
            source = "Chen et al. 2021, SPANN (clustered vectors, recall against exact search)",
            params = {
                @Param(
                        name = "topics",
                        type = ParamType.COUNT,
                        byDefault = "50",
                        min = 1,
                        max = 10000,
                        doc = "How many clusters."),
                @Param(
                        name = "passages",
                        type = ParamType.COUNT,
                        byDefault = "2000",
                        min = 1,
                        max = 1000000,
                        doc = "How many passages."),
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "100",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "nearest",
                        type = ParamType.COUNT,
                        byDefault = "10",
                        min = 1,
                        max = 1000,
                        doc = "How many passages are evidence of a question.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new ClusterSource(
                    (int) call.count("topics"), (int) call.count("passages"), (int) call.count("questions"), (int)
                            call.count("nearest"));
        }
    }
}
