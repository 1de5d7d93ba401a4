/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.rank;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.Ranking;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Gives each text of a store the sum of the scores of the phrases that stand in it.
 *
 * <p>Source: B. Gutiérrez et al., <cite>HippoRAG</cite>, 2024, equation of passage ranking: probabilities times the
 * matrix of phrases by passages.
 */
public record RankAction(String store, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (Found phrase : piped.items()) {
            for (int origin : phrase.piece().origins()) {
                int number = memory.numberOf(origin);
                if (number >= 0 && memory.store().isLive(number)) {
                    scores.merge(number, phrase.score(), Double::sum);
                }
            }
        }
        var ranking = new Ranking(Math.min(k, scores.size()));
        scores.forEach(ranking::offer);
        moment.services()
                .ledger()
                .charge("ranking of " + store, 2.0 * piped.items().size(), memory.tier(), 1, 16.0 * scores.size(), 0);
        return Flow.of(memory, ranking.hits(0));
    }

    /** Makes {@code rank}. */
    @Mechanism(
            name = "rank",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Ranks the texts of a store by the phrases that stand in them.",
            source =
                    "Gutiérrez et al. 2024, HippoRAG: Neurobiologically Inspired Long-Term Memory for Large Language Models",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "k", type = ParamType.COUNT, byDefault = "10", min = 1, doc = "How many.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RankAction(call.word("store"), (int) call.count("k"));
        }
    }
}
