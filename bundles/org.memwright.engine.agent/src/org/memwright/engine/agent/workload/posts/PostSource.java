/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.posts;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
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
 * Makes short posts with labels: each topic has words and a label of its own, and posts also carry labels that are everywhere. A question
 * is a new post without labels; its evidence is the posts with the label of its topic, and that is its answer.
 *
 * @param authors who write them, in turn
 * @param noise share of the posts whose label is of another topic
 */
public record PostSource(int topics, int posts, int questions, int authors, double noise) implements EpisodeSource {
    private static final int TOPIC_WORDS = 12;
    private static final int COMMON = 150;
    private static final int LENGTH = 8;
    private static final int EVERYWHERE = 2;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> words = Words.words(topics * TOPIC_WORDS + COMMON + topics + EVERYWHERE, random);
        List<String> common = words.subList(topics * TOPIC_WORDS, topics * TOPIC_WORDS + COMMON);
        List<String> labels = words.subList(topics * TOPIC_WORDS + COMMON, words.size());
        List<Piece> pieces = new ArrayList<>();
        List<Set<Integer>> of = new ArrayList<>();
        for (int topic = 0; topic < topics; topic++) {
            of.add(new TreeSet<>());
        }
        for (int i = 0; i < posts; i++) {
            int topic = random.nextInt(topics);
            int label = random.nextDouble() < noise ? random.nextInt(topics) : topic;
            of.get(label).add(i);
            String text = text(words, common, topic, random) + " #" + labels.get(label) + " #"
                    + labels.get(topics + random.nextInt(EVERYWHERE));
            pieces.add(new Piece(text, "Peer" + i % authors, i, 0, List.of(i), List.of()));
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            int topic = random.nextInt(topics);
            asked.add(new Episode.Question(
                    text(words, common, topic, random), posts, posts, "", of.get(topic), Set.of(), labels.get(topic)));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Posts: %d of %d topics by %d authors, %d questions; made, not recorded.",
                posts,
                topics,
                authors,
                questions));
        return List.of(new Episode("posts", pieces, asked));
    }

    private static String text(List<String> words, List<String> common, int topic, SplittableRandom random) {
        List<String> own = words.subList(topic * TOPIC_WORDS, (topic + 1) * TOPIC_WORDS);
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i == 0 ? "" : " ").append(Words.draw(i % 2 == 0 ? own : common, random));
        }
        return text.toString();
    }

    /** Makes {@code posts}. */
    @Mechanism(
            name = "posts",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes short posts with labels, and asks for the label of a new one.",
            source = "Fan et al. 2024, RIGHT: Retrieval-augmented Generation for Mainstream Hashtag Recommendation",
            params = {
                @Param(
                        name = "topics",
                        type = ParamType.COUNT,
                        byDefault = "20",
                        min = 1,
                        max = 10000,
                        doc = "How many topics."),
                @Param(
                        name = "posts",
                        type = ParamType.COUNT,
                        byDefault = "400",
                        min = 1,
                        max = 1000000,
                        doc = "How many posts."),
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "60",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "authors",
                        type = ParamType.COUNT,
                        byDefault = "10",
                        min = 1,
                        max = 100000,
                        doc = "Who write them, in turn."),
                @Param(
                        name = "noise",
                        type = ParamType.RATIO,
                        byDefault = "20%",
                        min = 0,
                        max = 1,
                        doc = "The share of posts with the label of another topic.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new PostSource(
                    (int) call.count("topics"),
                    (int) call.count("posts"),
                    (int) call.count("questions"),
                    (int) call.count("authors"),
                    call.number("noise"));
        }
    }
}
