/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.trials;

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
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes traces of tasks: of each kind there are many, with other names and numbers; what works is the same for all of a kind. Before each task a
 * question asks how it is done, and earlier tasks of the kind hold the answer; the first of a kind is not asked for.
 *
 * <p>Source: M. Shridhar et al., <cite>ALFWorld</cite>, 2021, kinds of tasks with objects that change; A. Zhao et al., <cite>ExpeL</cite>, 2024,
 * experience from trials that failed and succeeded.
 *
 * <p>Assumes: one task is one session, an hour each, from 2024 on; objects are names, each used in tasks of several kinds.
 */
public record TrialSource(int kinds, int tasks, int steps, double again) implements EpisodeSource {
    private static final List<String> VERBS = List.of(
            "sort", "pack", "label", "weigh", "paint", "clean", "move", "count", "repair", "cool", "dry", "stack",
            "wrap", "seal", "polish", "test");
    private static final List<String> THINGS = List.of("crates", "bottles", "parcels", "panels", "barrels", "tiles");
    private static final List<String> WAYS = List.of(
            "with the long lever",
            "from the left side",
            "after heating the frame",
            "with the blue key",
            "under the lamp",
            "two at a time",
            "behind the counter",
            "with wet gloves",
            "on the steel table",
            "against the light",
            "with the lid open",
            "from the top down",
            "inside the shed",
            "with the short rope",
            "before noon",
            "by the second door");
    private static final long START = 1_704_103_200_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> owners = List.copyOf(Names.draw(2 * kinds, random));
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> questions = new ArrayList<>();
        Map<Integer, Set<Integer>> solved = new LinkedHashMap<>();
        int kind = 0;
        for (int task = 0; task < tasks; task++) {
            kind = task > 0 && again > 0 && random.nextDouble() < again ? kind : random.nextInt(kinds);
            String object = String.format(
                    Locale.ROOT,
                    "%s of %s for %s in %s",
                    THINGS.get(random.nextInt(THINGS.size())),
                    owners.get(random.nextInt(owners.size())),
                    owners.get(random.nextInt(owners.size())),
                    owners.get(random.nextInt(owners.size())));
            int amount = 2 + random.nextInt(90);
            String goal = String.format(Locale.ROOT, "Task: %s the %d %s.", verb(kind), amount, object);
            Set<Integer> known = solved.computeIfAbsent(kind, k -> new TreeSet<>());
            long begun = START + HOUR * task;
            if (!known.isEmpty()) {
                questions.add(new Episode.Question(
                        String.format(Locale.ROOT, "How do I %s the %d %s?", verb(kind), amount, object),
                        begun - MINUTE,
                        pieces.size(),
                        verb(kind),
                        Set.copyOf(known),
                        Set.of(),
                        way(kind),
                        true));
            }
            say(pieces, goal, task, begun);
            for (int step = 0; step < steps; step++) {
                int wrong = (kind + 1 + random.nextInt(WAYS.size() - 1)) % WAYS.size();
                say(
                        pieces,
                        String.format(Locale.ROOT, "Tried to %s them %s. It failed.", verb(kind), WAYS.get(wrong)),
                        task,
                        begun);
            }
            known.add(pieces.size());
            say(
                    pieces,
                    String.format(Locale.ROOT, "Tried to %s them %s. It worked.", verb(kind), way(kind)),
                    task,
                    begun);
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Trials: %d tasks of %d kinds, %d failed tries in each; made, not recorded.",
                tasks,
                kinds,
                steps));
        return List.of(new Episode("trials", pieces, questions));
    }

    private static String verb(int kind) {
        return VERBS.get(kind % VERBS.size());
    }

    private static String way(int kind) {
        return WAYS.get(kind % WAYS.size());
    }

    private static void say(List<Piece> pieces, String text, int task, long begun) {
        int number = pieces.size();
        pieces.add(new Piece(text, "", begun + number % 50 * 1_000_000_000L, task, List.of(number), List.of()));
    }

    /** Makes {@code trials}. */
    @Mechanism(
            name = "trials",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes traces of tasks that come in kinds, with failed and successful tries, and asks how each is"
                    + " done.",
            source = "Shridhar et al. 2021, ALFWorld; Zhao et al. 2024, ExpeL: LLM Agents Are Experiential Learners",
            params = {
                @Param(
                        name = "kinds",
                        type = ParamType.COUNT,
                        byDefault = "12",
                        min = 1,
                        max = 16,
                        doc = "How many kinds of tasks there are."),
                @Param(
                        name = "tasks",
                        type = ParamType.COUNT,
                        byDefault = "120",
                        min = 1,
                        max = 100000,
                        doc = "How many tasks there are."),
                @Param(
                        name = "steps",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 0,
                        max = 100,
                        doc = "Failed tries in each task."),
                @Param(
                        name = "again",
                        type = ParamType.RATIO,
                        byDefault = "0",
                        min = 0,
                        max = 1,
                        doc = "The share of tasks that are of the kind of the one before.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new TrialSource(
                    (int) call.count("kinds"),
                    (int) call.count("tasks"),
                    (int) call.count("steps"),
                    call.number("again"));
        }
    }
}
