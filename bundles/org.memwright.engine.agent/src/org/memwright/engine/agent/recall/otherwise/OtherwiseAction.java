/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.otherwise;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Recalls from elsewhere as well where nothing fits well enough: the slower store is asked only when the faster one has
 * no answer. All are ranked together by score.
 *
 * <p>Source: C. Packer et al., <cite>MemGPT</cite>, 2023: archival storage is searched when the main context has no answer.
 */
public record OtherwiseAction(Action items, double below) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        double best = piped.items().stream().mapToDouble(Found::score).max().orElse(Double.NEGATIVE_INFINITY);
        if (best >= below) {
            return piped;
        }
        moment.services().count("queries that were asked elsewhere", 1);
        return items.perform(Flow.EMPTY, moment).then(piped).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code otherwise}. */
    @Mechanism(
            name = "otherwise",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls from elsewhere where nothing fits well enough.",
            source = "Packer et al. 2023, MemGPT: Towards LLMs as Operating Systems",
            params = {
                @Param(
                        name = "items",
                        type = ParamType.ITEMS,
                        doc = "What is recalled then, and ranked together with what there was."),
                @Param(name = "below", type = ParamType.NUMBER, doc = "The least best score that is enough.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new OtherwiseAction(Program.items(call, "items"), call.number("below"));
        }
    }
}
