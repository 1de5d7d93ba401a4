/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.fuse;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Fusion;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Joins two rankings of any kind.
 */
public record FuseAction(Action first, Action second, double share, boolean byRank) implements Action {
    private static final double CONSTANT = 60;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        Flow a = first.perform(piped, moment);
        Flow b = second.perform(piped, moment);
        Flow joined = byRank ? Fusion.byRank(a, b, share, CONSTANT) : Fusion.byScore(a, b, share);
        return joined.ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code fuse}. */
    @Mechanism(
            name = "fuse",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Joins two rankings.",
            source = "Cormack, Clarke and Buettcher 2009, Reciprocal Rank Fusion",
            params = {
                @Param(name = "first", type = ParamType.ITEMS, doc = "A ranking."),
                @Param(name = "second", type = ParamType.ITEMS, doc = "Another."),
                @Param(
                        name = "share",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "How much the second counts."),
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
            return new FuseAction(
                    Program.items(call, "first"),
                    Program.items(call, "second"),
                    call.number("share"),
                    call.word("by").equals("rank"));
        }
    }
}
