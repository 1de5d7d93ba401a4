/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.facts;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes dialogues of facts: persons tell where they live, work and the like; some facts change later; small talk
 * stands between them. Questions ask for what holds at the end; what held before is outdated.
 *
 * <p>Assumes: a turn every minute, twenty turns a session, a session a day, from 2024 on.
 */
public record FactSource(int persons, int updates, int distractors, int dialogues) implements EpisodeSource {
    private static final List<String> TOPICS = List.of("city", "job", "pet", "hobby");
    private static final List<String> TOLD = List.of(
            "%s told me that they live in %s now.",
            "%s told me that they work as a %s now.",
            "%s told me that they have a %s at home now.",
            "%s told me that they spend weekends on %s now.");
    private static final List<String> ASKED = List.of(
            "In which city does %s live?",
            "What does %s work as?", "Which animal does %s have at home?", "What does %s spend weekends on?");
    private static final List<List<String>> VALUES = List.of(
            List.of(
                    "Lisbon", "Oslo", "Quito", "Kyoto", "Riga", "Accra", "Perth", "Turin", "Lima", "Cork", "Seville",
                    "Tampere"),
            List.of(
                    "baker",
                    "nurse",
                    "pilot",
                    "welder",
                    "judge",
                    "florist",
                    "plumber",
                    "editor",
                    "surveyor",
                    "cellist",
                    "diver",
                    "roofer"),
            List.of(
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
                    "goat"),
            List.of(
                    "chess",
                    "rowing",
                    "pottery",
                    "fencing",
                    "origami",
                    "birding",
                    "juggling",
                    "curling",
                    "beekeeping",
                    "sailing",
                    "archery",
                    "knitting"));
    private static final List<String> SYLLABLES =
            List.of("ba", "do", "fe", "gi", "ka", "lo", "mi", "nu", "pa", "ri", "so", "tu", "va", "ze");
    private static final List<String> TALK = List.of(
            "The weather has been odd this week.",
            "I slept badly, there was a lot of noise.",
            "The train was late again this morning.",
            "I had soup for lunch and it was fine.",
            "Somebody painted the fence across the street.",
            "The printer at the office gave up.",
            "I should call the dentist one of these days.",
            "The shop on the corner has new opening hours.");
    private static final long START = 1_704_103_200_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;
    private static final int TURNS_PER_SESSION = 20;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < dialogues; i++) {
            episodes.add(episode(i, new SplittableRandom(seed + i)));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Facts: %d dialogues of %d persons, each of 4 facts told %d times, with %d turns of small talk each time; made, not recorded.",
                dialogues,
                persons,
                updates + 1,
                distractors));
        return episodes;
    }

    private Episode episode(int number, SplittableRandom random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < persons) {
            String name = draw(SYLLABLES, random) + draw(SYLLABLES, random) + draw(SYLLABLES, random);
            names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> questions = new ArrayList<>();
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        for (int round = 0; round <= updates; round++) {
            for (String name : names) {
                for (int topic = 0; topic < TOPICS.size(); topic++) {
                    for (int i = 0; i < distractors; i++) {
                        pieces.add(turn(pieces.size(), draw(TALK, random)));
                    }
                    // Never the value of the round before: values of one person go round in the list.
                    List<String> values = VALUES.get(topic);
                    int first = Math.floorMod(name.hashCode() + topic, values.size());
                    String value = values.get((first + round) % values.size());
                    told.computeIfAbsent(name + topic, key -> new ArrayList<>()).add(pieces.size());
                    pieces.add(turn(pieces.size(), String.format(Locale.ROOT, TOLD.get(topic), name, value)));
                }
            }
        }
        long end = START + DAY * (pieces.size() / TURNS_PER_SESSION + 1);
        for (String name : names) {
            for (int topic = 0; topic < TOPICS.size(); topic++) {
                List<Integer> turns = told.getOrDefault(name + topic, List.of());
                questions.add(new Episode.Question(
                        String.format(Locale.ROOT, ASKED.get(topic), name),
                        end,
                        pieces.size(),
                        TOPICS.get(topic),
                        Set.of(turns.getLast()),
                        new TreeSet<>(turns.subList(0, turns.size() - 1))));
            }
        }
        return new Episode("facts " + number, pieces, questions);
    }

    private static Piece turn(int number, String text) {
        int session = number / TURNS_PER_SESSION;
        long time = START + DAY * session + MINUTE * (number % TURNS_PER_SESSION);
        return new Piece(text, "User", time, session, List.of(number), List.of());
    }

    private static String draw(List<String> from, SplittableRandom random) {
        return from.get((int) ((random.nextLong() >>> 33) % from.size()));
    }

    /** Makes {@code facts}. */
    @Mechanism(
            name = "facts",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes a stream of facts that change, with distractors, and asks for what holds now.",
            source =
                    "Wu et al. 2024, LongMemEval: Benchmarking Chat Assistants on Long-Term Interactive Memory (knowledge updates)",
            params = {
                @Param(
                        name = "persons",
                        type = ParamType.COUNT,
                        byDefault = "10",
                        min = 1,
                        max = 1000,
                        doc = "How many persons there are, each with four facts."),
                @Param(
                        name = "updates",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 0,
                        max = 100,
                        doc = "How often each fact changes."),
                @Param(
                        name = "distractors",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 0,
                        max = 1000,
                        doc = "Turns of small talk for each fact that is told."),
                @Param(
                        name = "dialogues",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        max = 1000,
                        doc = "How many dialogues are made.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new FactSource(
                    (int) call.count("persons"), (int) call.count("updates"), (int) call.count("distractors"), (int)
                            call.count("dialogues"));
        }
    }
}
