/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.book;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
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
 * Makes a book of chapters with sentences, and asks for one of three: the sentence that tells something, what follows it, or which of two
 * came first.
 *
 * <p>Differs: from Book-SORT, whose segments are of real books: sentences here share nothing but what is asked.
 *
 * @param ask {@code here}, {@code next} or {@code order}
 */
public record BookSource(int chapters, int sentences, int questions, String ask) implements EpisodeSource {
    private static final int COMMON = 400;
    private static final int LENGTH = 16;
    private static final long MINUTE = 60_000_000_000L;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> common = Words.words(COMMON, random);
        List<String> names = Words.names(2 * chapters * sentences, random);
        List<Piece> pieces = new ArrayList<>();
        for (int chapter = 0; chapter < chapters; chapter++) {
            for (int i = 0; i < sentences; i++) {
                int number = pieces.size();
                var text = new StringBuilder(names.get(2 * number))
                        .append(" finds ")
                        .append(names.get(2 * number + 1));
                for (int word = 0, words = 1 + random.nextInt(LENGTH); word < words; word++) {
                    text.append(' ').append(Words.draw(common, random));
                }
                pieces.add(new Piece(
                        text.append('.').toString(), "", MINUTE * number, chapter, List.of(number), List.of()));
            }
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            int at = random.nextInt(chapters) * sentences + random.nextInt(sentences - 1);
            int other = at + 1 + random.nextInt(sentences - 1 - at % sentences);
            boolean swapped = random.nextBoolean();
            String first = names.get(2 * (swapped ? other : at));
            String second = names.get(2 * (swapped ? at : other));
            int evidence = ask.equals("next") ? at + 1 : at;
            asked.add(new Episode.Question(
                    switch (ask) {
                        case "next" -> "What happens after " + names.get(2 * at) + " finds something?";
                        case "order" -> "Who finds something first, " + first + " or " + second + "?";
                        default -> "What does " + names.get(2 * at) + " find?";
                    },
                    MINUTE * pieces.size(),
                    pieces.size(),
                    ask,
                    Set.of(evidence),
                    Set.of(),
                    ask.equals("order") ? "" : names.get(2 * evidence + 1)));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Book: %d chapters of %d sentences, %d questions for %s; made, not recorded.",
                chapters,
                sentences,
                questions,
                ask));
        return List.of(new Episode("book", pieces, asked));
    }

    /** Makes {@code book}. */
    @Mechanism(
            name = "book",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes chapters of sentences, and asks for one, for what follows it, or which of two came first.",
            source = "Pink et al. 2024, Assessing Episodic Memory in LLMs with Sequence Order Recall Tasks (SORT)",
            params = {
                @Param(
                        name = "chapters",
                        type = ParamType.COUNT,
                        byDefault = "20",
                        min = 1,
                        max = 100000,
                        doc = "How many chapters, each a session."),
                @Param(
                        name = "sentences",
                        type = ParamType.COUNT,
                        byDefault = "12",
                        min = 2,
                        max = 100000,
                        doc = "Sentences of a chapter."),
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "60",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "ask",
                        type = ParamType.WORD,
                        byDefault = "here",
                        choices = {"here", "next", "order"},
                        doc = "What is asked for.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new BookSource(
                    (int) call.count("chapters"),
                    (int) call.count("sentences"),
                    (int) call.count("questions"),
                    call.word("ask"));
        }
    }
}
