/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.teams;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Triple;
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
 * Makes organisations of people who work with each other: each has a head, deputies under the head and members under each deputy. A
 * question names a person and asks who else has that place; the evidence is the passages of those in the same place of all
 * organisations.
 */
public record TeamSource(int teams, int deputies, int members) implements EpisodeSource {
    private static final String RELATION = "works with";

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        int size = 1 + deputies + deputies * members;
        List<String> names = Words.names(teams * size + teams, random);
        List<Piece> pieces = new ArrayList<>();
        List<Episode.Question> asked = new ArrayList<>();
        for (int team = 0; team < teams; team++) {
            for (int place = 0; place < size; place++) {
                List<Triple> triples = new ArrayList<>();
                var text = new StringBuilder();
                String name = names.get(team * size + place);
                for (int other : above(place)) {
                    String with = names.get(team * size + other);
                    triples.add(new Triple(name, RELATION, with));
                    text.append(text.isEmpty() ? "" : " ")
                            .append(name)
                            .append(' ')
                            .append(RELATION)
                            .append(' ')
                            .append(with)
                            .append('.');
                }
                if (triples.isEmpty()) {
                    String whole = names.get(teams * size + team);
                    triples.add(new Triple(name, "leads", whole));
                    text.append(name).append(" leads ").append(whole).append('.');
                }
                int number = pieces.size();
                pieces.add(new Piece(text.toString(), "", number, 0, List.of(number), triples));
            }
        }
        for (int place = 0; place <= 1 + deputies; place++) {
            int team = random.nextInt(teams);
            Set<Integer> evidence = new TreeSet<>();
            for (int other = 0; other < teams; other++) {
                for (int same = 0; same < size; same++) {
                    if (level(same) == level(place) && !(other == team && same == place)) {
                        evidence.add(other * size + same);
                    }
                }
            }
            asked.add(new Episode.Question(
                    "Who else has the place of " + names.get(team * size + place) + "?",
                    pieces.size(),
                    pieces.size(),
                    "level " + level(place),
                    evidence,
                    Set.of()));
        }
        remarks.add(String.format(
                Locale.ROOT, "Teams: %d of %d people, %d questions; made, not recorded.", teams, size, asked.size()));
        return List.of(new Episode("teams", pieces, asked));
    }

    private int level(int place) {
        return place == 0 ? 0 : place <= deputies ? 1 : 2;
    }

    private List<Integer> above(int place) {
        return switch (level(place)) {
            case 0 -> List.of();
            case 1 -> List.of(0);
            default -> List.of(1 + (place - 1 - deputies) / members);
        };
    }

    /** Makes {@code teams}. */
    @Mechanism(
            name = "teams",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes organisations, and asks who else has the same place.",
            source = "Wang et al. 2024, Augmenting Textual Generation via Topology Aware Retrieval (structural roles)",
            params = {
                @Param(
                        name = "teams",
                        type = ParamType.COUNT,
                        byDefault = "6",
                        min = 2,
                        max = 10000,
                        doc = "How many organisations."),
                @Param(
                        name = "deputies",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        max = 100,
                        doc = "How many under the head of each."),
                @Param(
                        name = "members",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 100,
                        doc = "How many under each of these.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new TeamSource((int) call.count("teams"), (int) call.count("deputies"), (int) call.count("members"));
        }
    }
}
