/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.links;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.item.Triple;
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
 * Makes pages that link to each other, the more to those that many link to: a graph whose degrees fall by a power law. A question names
 * a page; the evidence is the pages that a walk from there, run until it changes no more, ranks first.
 *
 * <p>Source: A. Barabasi, R. Albert, <cite>Emergence of Scaling in Random Networks</cite>, 1999.
 *
 * @param degree links of each new page
 * @param damping of the walk that is the truth
 */
public record LinkSource(int pages, int degree, int questions, int nearest, double damping) implements EpisodeSource {
    private static final double LEAST_CHANGE = 1e-9;

    @Override
    public List<Episode> read(long seed, List<String> remarks) {
        var random = new SplittableRandom(seed);
        List<String> names = Words.names(pages, random);
        List<Integer> ends = new ArrayList<>();
        List<Set<Integer>> links = new ArrayList<>();
        List<Set<Integer>> joined = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            Set<Integer> to = new TreeSet<>();
            while (to.size() < Math.min(degree, page)) {
                to.add(
                        ends.isEmpty() || random.nextInt(4) == 0
                                ? random.nextInt(page)
                                : ends.get(random.nextInt(ends.size())));
            }
            links.add(to);
            joined.add(new TreeSet<>(to));
            for (int other : to) {
                joined.get(other).add(page);
                ends.add(other);
                ends.add(page);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            List<Triple> triples = new ArrayList<>();
            for (int other : links.get(page)) {
                triples.add(new Triple(names.get(page), "links to", names.get(other)));
            }
            pieces.add(new Piece(names.get(page) + " is a page.", "", page, 0, List.of(page), triples));
        }
        List<Episode.Question> asked = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            int from = 1 + random.nextInt(pages - 1);
            double[] near = walk(joined, from);
            double[] scores = new double[pages];
            for (int page = 0; page < pages; page++) {
                scores[page] = near[page];
                for (int other : links.get(page)) {
                    scores[page] += near[other];
                }
            }
            var best = new Ranking(Math.min(nearest, pages));
            for (int page = 0; page < pages; page++) {
                best.offer(page, scores[page]);
            }
            Set<Integer> evidence = new TreeSet<>();
            for (int number : best.hits(0).numbers()) {
                evidence.add(number);
            }
            asked.add(new Episode.Question(
                    "Which pages are near " + names.get(from) + "?", pages, pages, "", evidence, Set.of()));
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Links: %d pages, %d links, %d questions whose evidence is the %d pages that an exact walk ranks first; made, not recorded.",
                pages,
                ends.size() / 2,
                questions,
                nearest));
        return List.of(new Episode("links", pieces, asked));
    }

    private double[] walk(List<Set<Integer>> joined, int from) {
        double[] at = new double[pages];
        at[from] = 1;
        double change = 1;
        while (change > LEAST_CHANGE) {
            double[] next = new double[pages];
            next[from] = 1 - damping;
            for (int page = 0; page < pages; page++) {
                for (int other : joined.get(page)) {
                    next[other] += damping * at[page] / joined.get(page).size();
                }
            }
            change = 0;
            for (int page = 0; page < pages; page++) {
                change += Math.abs(next[page] - at[page]);
            }
            at = next;
        }
        return at;
    }

    /** Makes {@code links}. */
    @Mechanism(
            name = "links",
            engines = "agent",
            kind = MechanismKind.SOURCE,
            doc = "Makes pages linked by a power law, and asks what is near one of them.",
            source = "Barabasi and Albert 1999, Emergence of Scaling in Random Networks; Liu et al. 2016, PowerWalk",
            params = {
                @Param(
                        name = "pages",
                        type = ParamType.COUNT,
                        byDefault = "3000",
                        min = 10,
                        max = 1000000,
                        doc = "How many pages."),
                @Param(
                        name = "degree",
                        type = ParamType.COUNT,
                        byDefault = "4",
                        min = 1,
                        max = 100,
                        doc = "Links of each new page."),
                @Param(
                        name = "questions",
                        type = ParamType.COUNT,
                        byDefault = "50",
                        min = 1,
                        max = 100000,
                        doc = "How many questions."),
                @Param(
                        name = "nearest",
                        type = ParamType.COUNT,
                        byDefault = "10",
                        min = 1,
                        max = 1000,
                        doc = "How many pages are evidence of a question."),
                @Param(
                        name = "damping",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0.01,
                        max = 0.99,
                        doc = "Of the walk that is the truth.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<EpisodeSource> {
        @Override
        public EpisodeSource create(MechanismCall call) {
            return new LinkSource(
                    (int) call.count("pages"),
                    (int) call.count("degree"),
                    (int) call.count("questions"),
                    (int) call.count("nearest"),
                    call.number("damping"));
        }
    }
}
