/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.hybrid;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Fusion;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Recalls by BM25 and by vectors, and joins the two rankings.
 */
public record HybridAction(String store, Action query, int k, double dense, boolean byRank) implements Action {
    private static final double CONSTANT = 60;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        String text = query.perform(piped, moment).text();
        Flow terms = Flow.of(memory, memory.lexical(text, k));
        Flow meaning = Flow.of(memory, memory.nearest(text, k));
        Flow joined = byRank ? Fusion.byRank(terms, meaning, dense, CONSTANT) : Fusion.byScore(terms, meaning, dense);
        return joined.ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code hybrid}. */
    @Mechanism(
            name = "hybrid",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls by terms and by meaning together.",
            source =
                    "Cormack, Clarke and Buettcher 2009, Reciprocal Rank Fusion; Montague and Aslam 2001, Relevance Score Normalization for Metasearch",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "query",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is looked for; what comes through the pipeline where it is left out."),
                @Param(
                        name = "k",
                        type = ParamType.COUNT,
                        byDefault = "1000",
                        min = 1,
                        doc = "How many of each ranking are joined."),
                @Param(
                        name = "dense",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "How much meaning counts against terms."),
                @Param(
                        name = "by",
                        type = ParamType.WORD,
                        byDefault = "score",
                        choices = {"score", "rank"},
                        doc = "Whether standardised scores are added, or reciprocal places.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new HybridAction(
                    call.word("store"),
                    Program.items(call, "query"),
                    (int) call.count("k"),
                    call.number("dense"),
                    call.word("by").equals("rank"));
        }
    }
}
