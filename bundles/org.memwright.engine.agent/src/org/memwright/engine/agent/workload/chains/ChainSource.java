/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.chains;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.engine.agent.workload.Names;
import org.memwright.engine.agent.workload.SmallTalk;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes dialogues whose questions need two turns: somebody moved in with a second person, and much later that person tells of an
 * animal. The question names the first person; the turn about the animal does not.
 *
 * <p>Source: Z. Yang et al., <cite>HotpotQA</cite>, 2018, bridge questions, made of sentences.
 *
 * <p>Assumes: a turn every minute, twenty turns a session, a session a day, from 2024 on.
 */
public record ChainSource(int chains, int distractors) implements EpisodeSource {
    private static final List<String> COLOURS = List.of(
            "grey", "black", "white", "brown", "spotted", "striped", "golden", "reddish", "tiny", "huge", "old", "shy");
    private static final List<String> ANIMALS = List.of(
            "parrot",
            "ferret",
            "tortoise",
            "rabbit",
            "gecko",
            "hamster",
            "goose",
            "pony",
            "canary",
            "hedgehog",
            "snail",
            "goat");
    private static final long START = 1_704_103_200_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;
    private static final int TURNS_PER_SESSION = 20;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> names = List.copyOf(Names.draw(2 * chains, random));
        List<Piece> pieces = new ArrayList<>();
        int[] first = new int[chains];
        int[] second = new int[chains];
        for (int i = 0; i < chains; i++) {
            talk(pieces, random);
            first[i] = pieces.size();
            say(
                    pieces,
                    String.format(
                            Locale.ROOT, "%s moved in with %s last spring.", names.get(2 * i), names.get(2 * i + 1)));
        }
        for (int i = 0; i < chains; i++) {
            talk(pieces, random);
            second[i] = pieces.size();
            say(
                    pieces,
                    String.format(
                            Locale.ROOT, "%s keeps a %s %s at home.", names.get(2 * i + 1), colour(i), animal(i)));
        }
        long end = time(pieces.size()) + DAY;
        List<Episode.Question> questions = new ArrayList<>();
        for (int i = 0; i < chains; i++) {
            questions.add(new Episode.Question(
                    String.format(Locale.ROOT, "Which pet lives where %s moved in?", names.get(2 * i)),
                    end,
                    pieces.size(),
                    "forward",
                    Set.of(first[i], second[i]),
                    Set.of(),
                    colour(i) + " " + animal(i),
                    true));
            questions.add(new Episode.Question(
                    String.format(Locale.ROOT, "Who moved in where the %s %s is?", colour(i), animal(i)),
                    end,
                    pieces.size(),
                    "backward",
                    Set.of(first[i], second[i]),
                    Set.of(),
                    names.get(2 * i),
                    true));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Chains: %d of two turns each, %d turns of small talk before each turn, two questions of each; made, not recorded.",
                chains,
                distractors));
        return List.of(new Episode("chains", pieces, questions));
    }

    private static String colour(int chain) {
        return COLOURS.get(chain / ANIMALS.size() % COLOURS.size());
    }

    private static String animal(int chain) {
        return ANIMALS.get(chain % ANIMALS.size());
    }

    private void talk(List<Piece> pieces, SplittableRandom random) {
        for (int i = 0; i < distractors; i++) {
            say(pieces, SmallTalk.draw(random));
        }
    }

    private static void say(List<Piece> pieces, String text) {
        int number = pieces.size();
        pieces.add(new Piece(text, "User", time(number), number / TURNS_PER_SESSION, List.of(number), List.of()));
    }

    private static long time(int turn) {
        return START + DAY * (turn / TURNS_PER_SESSION) + MINUTE * (turn % TURNS_PER_SESSION);
    }

    /** Makes {@code chains}. */
    @Mechanism(
            name = "chains",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes dialogues whose questions need two turns that name one person in common.",
            source = "Yang et al. 2018, HotpotQA: A Dataset for Diverse, Explainable Multi-hop Question Answering",
            params = {
                @Param(
                        name = "chains",
                        type = ParamType.COUNT,
                        byDefault = "48",
                        min = 1,
                        max = 1000,
                        doc = "How many pairs of turns there are; with more than 144, animals come twice."),
                @Param(
                        name = "distractors",
                        type = ParamType.COUNT,
                        byDefault = "2",
                        min = 0,
                        max = 1000,
                        doc = "Turns of small talk before each turn of a chain.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new ChainSource((int) call.count("chains"), (int) call.count("distractors"));
        }
    }
}
