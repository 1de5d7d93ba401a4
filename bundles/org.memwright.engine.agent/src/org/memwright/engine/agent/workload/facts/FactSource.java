/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.facts;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
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
 * Makes dialogues of facts: persons tell where they live, work and the like; some facts change later; small talk
 * stands between them. Questions ask for what holds when they are asked; what held before is outdated. They come at the end, one for
 * each fact; or, with {@code asked}, while the dialogue goes on, the same ones again and again: some facts are asked for often, most
 * seldom (Zipf).
 *
 * <p>Assumes: a turn every minute, twenty turns a session, a session a day, from 2024 on.
 */
public record FactSource(
        int persons, int updates, int distractors, int dialogues, int asked, double zipf, double soon, int unknown)
        implements EpisodeSource {
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
        Set<String> names = Names.draw(persons, random);
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> questions = new ArrayList<>();
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        int facts = persons * TOPICS.size();
        double[] popularity = popularity(facts, random);
        int done = 0;
        for (int round = 0; round <= updates; round++) {
            for (String name : names) {
                for (int topic = 0; topic < TOPICS.size(); topic++) {
                    for (int i = 0; i < distractors; i++) {
                        pieces.add(turn(pieces.size(), SmallTalk.draw(random)));
                    }
                    // Never the value of the round before: values of one person go round in the list.
                    List<String> values = VALUES.get(topic);
                    int first = Math.floorMod(name.hashCode() + topic, values.size());
                    String value = values.get((first + round) % values.size());
                    told.computeIfAbsent(name + topic, key -> new ArrayList<>()).add(pieces.size());
                    pieces.add(turn(pieces.size(), String.format(Locale.ROOT, TOLD.get(topic), name, value)));
                    int due = (int) ((long) asked * (++done) / ((long) facts * (updates + 1)));
                    while (questions.size() < due) {
                        String key =
                                soon > 0 && random.nextDouble() < soon ? name + topic : drawn(told, popularity, random);
                        questions.add(
                                question(key, told.getOrDefault(key, List.of()), pieces, time(pieces.size() - 1)));
                    }
                }
            }
        }
        long end = START + DAY * (pieces.size() / TURNS_PER_SESSION + 1);
        if (asked == 0) {
            told.forEach((key, turns) -> questions.add(question(key, turns, pieces, end)));
        }
        for (int i = 0; i < unknown; i++) {
            String stranger = "Qu" + Names.draw(1, random).iterator().next().toLowerCase(Locale.ROOT);
            questions.add(new Episode.Question(
                    String.format(Locale.ROOT, ASKED.get(i % TOPICS.size()), stranger),
                    end,
                    pieces.size(),
                    "unknown",
                    Set.of(),
                    Set.of(),
                    "",
                    false));
        }
        return new Episode("facts " + number, pieces, questions);
    }

    /** How often each fact is asked for, in the order of telling: shares of Zipf's law, dealt at random. */
    private double[] popularity(int facts, SplittableRandom random) {
        double[] shares = new double[facts];
        for (int i = 0; i < facts; i++) {
            shares[i] = StrictMath.pow(i + 1, -zipf);
        }
        for (int i = facts - 1; asked > 0 && i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = shares[i];
            shares[i] = shares[other];
            shares[other] = kept;
        }
        return shares;
    }

    /** One of the facts told so far. */
    private static String drawn(Map<String, List<Integer>> told, double[] popularity, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < told.size(); i++) {
            sum += popularity[i];
        }
        double left = random.nextDouble() * sum;
        int at = 0;
        String last = "";
        for (String key : told.keySet()) {
            last = key;
            left -= popularity[at++];
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    private static Episode.Question question(String key, List<Integer> turns, List<Piece> pieces, long nanos) {
        int topic = key.charAt(key.length() - 1) - '0';
        String told = pieces.get(turns.getLast()).text();
        String before = String.format(Locale.ROOT, TOLD.get(topic), "", "").strip();
        return new Episode.Question(
                String.format(Locale.ROOT, ASKED.get(topic), key.substring(0, key.length() - 1)),
                nanos,
                pieces.size(),
                TOPICS.get(topic),
                Set.of(turns.getLast()),
                new TreeSet<>(turns.subList(0, turns.size() - 1)),
                answer(told, before),
                true);
    }

    /** The word of a fact that stands before "now" or "at home now". */
    private static String answer(String told, String frame) {
        String tail = frame.substring(frame.lastIndexOf("  ") + 1).strip();
        String head = told.substring(0, told.length() - tail.length()).strip();
        return head.substring(head.lastIndexOf(' ') + 1);
    }

    private static Piece turn(int number, String text) {
        return new Piece(text, "User", time(number), number / TURNS_PER_SESSION, List.of(number), List.of());
    }

    private static long time(int turn) {
        return START + DAY * (turn / TURNS_PER_SESSION) + MINUTE * (turn % TURNS_PER_SESSION);
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
                        doc = "How many dialogues are made."),
                @Param(
                        name = "asked",
                        type = ParamType.COUNT,
                        byDefault = "0",
                        min = 0,
                        max = 100000,
                        doc =
                                "How many questions come while the dialogue goes on; 0 for one about each fact at the end."),
                @Param(
                        name = "zipf",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0,
                        max = 10,
                        doc =
                                "How much more often some facts are asked for than others, where questions come all along."),
                @Param(
                        name = "soon",
                        type = ParamType.RATIO,
                        byDefault = "0",
                        min = 0,
                        max = 1,
                        doc = "The share of questions that come all along which are about what was told right before."),
                @Param(
                        name = "unknown",
                        type = ParamType.COUNT,
                        byDefault = "0",
                        min = 0,
                        max = 10000,
                        doc = "How many questions at the end are about persons that nobody spoke of.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new FactSource(
                    (int) call.count("persons"),
                    (int) call.count("updates"),
                    (int) call.count("distractors"),
                    (int) call.count("dialogues"),
                    (int) call.count("asked"),
                    call.number("zipf"),
                    call.number("soon"),
                    (int) call.count("unknown"));
        }
    }
}
