/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.hops;

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
 * Makes passages that lead from one to another, and questions that several of them answer together: a person was born in a town, the
 * town lies on a river, the river springs in mountains. A question names the person only; passages beside the way have the same form.
 *
 * <p>Differs: from MuSiQue, whose questions were put together of those of others; one statement leads on, the others are filler.
 *
 * @param hops passages that answer one question, 1 to 3
 * @param distractors passages beside the way, for each question
 * @param filler sentences without a statement, for each passage
 * @param repeats how often each question is asked, in rounds
 */
public record HopSource(int questions, int hops, int distractors, int filler, int repeats) implements EpisodeSource {
    private static final List<String> RELATIONS = List.of("was born in", "lies on the", "springs in the");
    private static final List<String> ASKED = List.of(
            "Where was %s born?",
            "On which river lies the town where %s was born?",
            "In which mountains springs the river of the town where %s was born?");
    private static final int FILLER_WORDS = 8;
    private static final int COMMON = 300;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        int beside = questions * distractors;
        List<String> names = Words.names(questions * (hops + 1) + 2 * beside, random);
        List<String> common = Words.words(COMMON, random);
        record Draft(String title, String text, int question) {}
        List<Draft> drafts = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            for (int hop = 0; hop < hops; hop++) {
                String from = names.get(q * (hops + 1) + hop);
                String to = names.get(q * (hops + 1) + hop + 1);
                drafts.add(new Draft(from, from + " " + RELATIONS.get(hop) + " " + to + ".", q));
            }
        }
        int next = questions * (hops + 1);
        for (int i = 0; i < beside; i++) {
            String from = names.get(next++);
            drafts.add(new Draft(from, from + " " + RELATIONS.get(i % hops) + " " + names.get(next++) + ".", -1));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Set<Integer>> evidence = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            evidence.add(new TreeSet<>());
        }
        for (Draft draft : Words.shuffled(drafts, random)) {
            var text = new StringBuilder(draft.title()).append('\n');
            int before = filler == 0 ? 0 : random.nextInt(filler + 1);
            for (int i = 0; i <= filler; i++) {
                text.append(i == 0 ? "" : " ").append(i == before ? draft.text() : sentence(common, random));
            }
            if (draft.question() >= 0) {
                evidence.get(draft.question()).add(pieces.size());
            }
            pieces.add(new Piece(text.toString(), "", pieces.size(), 0, List.of(pieces.size()), List.of()));
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int round = 0; round < repeats; round++) {
            for (int q = 0; q < questions; q++) {
                asked.add(new Episode.Question(
                        String.format(Locale.ROOT, ASKED.get(hops - 1), names.get(q * (hops + 1))),
                        pieces.size(),
                        pieces.size(),
                        hops + " hops",
                        evidence.get(q),
                        Set.of(),
                        names.get(q * (hops + 1) + hops)));
            }
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Hops: %d passages, %d questions of %d passages each, asked %d times; made, not recorded.",
                pieces.size(),
                questions,
                hops,
                repeats));
        return List.of(new Episode("hops", pieces, asked));
    }

    private static String sentence(List<String> common, SplittableRandom random) {
        var text = new StringBuilder("The");
        for (int i = 0; i < FILLER_WORDS; i++) {
            text.append(' ').append(Words.draw(common, random));
        }
        return text.append('.').toString();
    }

    /** Makes {@code hops}. */
    @Mechanism(
            name = "hops",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes passages that lead from one to another, and asks for what is at the end.",
            source = "Trivedi et al. 2022, MuSiQue: Multihop Questions via Single-hop Question Composition",
            params = {
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "30",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "hops",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 1,
                        max = 3,
                        doc = "Passages that answer one of them."),
                @Param(
                        name = "distractors",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 0,
                        max = 10000,
                        doc = "Passages beside the way, for each question."),
                @Param(
                        name = "filler",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 0,
                        max = 1000,
                        doc = "Sentences without a statement, for each passage."),
                @Param(
                        name = "repeats",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        max = 1000,
                        doc = "How often each question is asked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new HopSource(
                    (int) call.count("questions"),
                    (int) call.count("hops"),
                    (int) call.count("distractors"),
                    (int) call.count("filler"),
                    (int) call.count("repeats"));
        }
    }
}
