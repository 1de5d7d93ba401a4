/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.reservoir;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.engine.agent.store.Hits;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Retrieves only for questions that are new: what was retrieved is kept behind its question, and a question that shares enough terms
 * with a kept one gets what that got.
 *
 * <p>Source: Y. Shi et al., <cite>Enhancing Retrieval and Managing Retrieval: A Four-Module Synergy for Improved Quality and
 * Efficiency in RAG Systems</cite>, 2024 (memory knowledge reservoir and retrieval trigger).
 *
 * <p>Differs: a question is known by the share of terms in common with one before, not by calibrated popularity.
 */
public record ReservoirAction(String store, Action by, double least) implements Action {
    /** Who says a question in the reservoir; what follows it is what it got. */
    private static final String ASKED = "asked";

    private static final int LOOKED_AT = 10;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory reservoir = moment.items(store);
        String question = moment.subject().text();
        int known = known(reservoir, question);
        if (known >= 0) {
            List<Found> items = new ArrayList<>();
            int at = known + 1;
            while (at < reservoir.store().count() && !isQuestion(reservoir, at)) {
                if (reservoir.store().isLive(at)) {
                    items.add(reservoir.found(at, -at));
                }
                at++;
            }
            reservoir.chargeReading(items.size());
            moment.services().count("questions answered from the reservoir", 1);
            return Flow.of(items);
        }
        Flow retrieved = by.perform(Flow.of(List.of(Found.of(moment.subject()))), moment);
        reservoir.add(new Piece(question, ASKED, moment.nanos(), moment.session(), List.of(), List.of()), 1, 0);
        retrieved.items().forEach(found -> reservoir.add(found.piece(), 1, 0));
        return retrieved;
    }

    private int known(ItemMemory reservoir, String question) {
        Hits hits = reservoir.lexical(question, LOOKED_AT);
        reservoir.chargeReading(hits.count());
        for (int number : hits.numbers()) {
            if (isQuestion(reservoir, number)
                    && share(
                                    reservoir,
                                    question,
                                    reservoir.store().piece(number).text())
                            >= least) {
                return number;
            }
        }
        return -1;
    }

    private static boolean isQuestion(ItemMemory reservoir, int number) {
        return reservoir.store().piece(number).speaker().equals(ASKED);
    }

    private static double share(ItemMemory memory, String a, String b) {
        Set<String> common = new HashSet<>(memory.store().analysis().terms(a));
        Set<String> all = new HashSet<>(memory.store().analysis().terms(b));
        Set<String> own = Set.copyOf(common);
        common.retainAll(all);
        all.addAll(own);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    /** Makes {@code reservoir}. */
    @Mechanism(
            name = "reservoir",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Retrieves for new questions only; known ones get what was kept for them.",
            source = "Shi et al. 2024, Enhancing Retrieval and Managing Retrieval: A Four-Module Synergy (ERM4)",
            params = {
                @Param(
                        name = "store",
                        type = ParamType.STORE,
                        doc = "The store of the questions, each with what it got."),
                @Param(name = "by", type = ParamType.ITEMS, doc = "What retrieves."),
                @Param(
                        name = "least",
                        type = ParamType.RATIO,
                        byDefault = "90%",
                        min = 0.01,
                        max = 1,
                        doc = "The share of terms that makes a question a known one.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ReservoirAction(call.word("store"), Program.items(call, "by"), call.number("least"));
        }
    }
}
