/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.claims;

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
 * Makes passages that say the same in other words, and some that say something else: of each thing, a number of passages say what it
 * is made of, and one says wrongly, in the words of the question. Evidence are those that are right; the wrong one is outdated.
 */
public record ClaimSource(int questions, int copies) implements EpisodeSource {
    private static final List<String> METALS = List.of(
            "Copper", "Silver", "Nickel", "Bronze", "Pewter", "Cobalt", "Iron", "Zinc", "Brass", "Steel", "Titan",
            "Gold");
    private static final List<String> TOLD = List.of(
            "Visitors hear that %s consists of %s and weighs little.",
            "According to the register %s was cast from %s long ago.",
            "A smith examined %s and found %s below the paint.",
            "The catalogue lists %s under %s with a note.",
            "When it was cleaned %s shone like the %s it consists of.");
    private static final String WRONG = "%s is made of %s.";
    private static final String ASKED = "What is %s made of?";

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> words = Words.names(2 * questions, random);
        List<String> names = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            names.add(words.get(2 * q) + " " + words.get(2 * q + 1));
        }
        record Draft(String text, int question, boolean right) {}
        List<Draft> drafts = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            int metal = random.nextInt(METALS.size());
            answers.add(METALS.get(metal));
            for (int c = 0; c < copies; c++) {
                drafts.add(new Draft(
                        String.format(Locale.ROOT, TOLD.get(c % TOLD.size()), names.get(q), METALS.get(metal)),
                        q,
                        true));
            }
            String other = METALS.get((metal + 1 + random.nextInt(METALS.size() - 1)) % METALS.size());
            drafts.add(new Draft(String.format(Locale.ROOT, WRONG, names.get(q), other), q, false));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Set<Integer>> right = new ArrayList<>();
        List<Set<Integer>> wrong = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            right.add(new TreeSet<>());
            wrong.add(new TreeSet<>());
        }
        for (Draft draft : Words.shuffled(drafts, random)) {
            (draft.right() ? right : wrong).get(draft.question()).add(pieces.size());
            pieces.add(new Piece(draft.text(), "", pieces.size(), 0, List.of(pieces.size()), List.of()));
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            asked.add(new Episode.Question(
                    String.format(Locale.ROOT, ASKED, names.get(q)),
                    pieces.size(),
                    pieces.size(),
                    "",
                    right.get(q),
                    wrong.get(q),
                    answers.get(q)));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Claims: %d questions, each with %d passages that are right and one that is wrong; made, not recorded.",
                questions,
                copies));
        return List.of(new Episode("claims", pieces, asked));
    }

    /** Makes {@code claims}. */
    @Mechanism(
            name = "claims",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes passages of which several agree on an answer and one says another.",
            source =
                    "Liang et al. 2024, Empowering Large Language Models to Set up a Knowledge Retrieval Indexer via Self-Learning (corroborated facts)",
            params = {
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "30",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "copies",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        max = 1000,
                        doc = "How many passages are right, for each question.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new ClaimSource((int) call.count("questions"), (int) call.count("copies"));
        }
    }
}
