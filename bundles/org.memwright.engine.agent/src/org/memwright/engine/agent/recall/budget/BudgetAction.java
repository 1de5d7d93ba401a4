/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.budget;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Takes items in their order as long as their tokens fit in a budget.
 *
 * <p>Source: Z. Yue et al., <cite>Inference Scaling for Long-Context Retrieval Augmented Generation</cite>, 2024 (effective context).
 */
public record BudgetAction(int tokens) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> kept = new ArrayList<>();
        int used = 0;
        for (Found found : piped.items()) {
            used += moment.services().tokens(found.piece().spoken());
            if (used > tokens) {
                break;
            }
            kept.add(found);
        }
        return new Flow(kept, piped.rest());
    }

    /** Makes {@code budget}. */
    @Mechanism(
            name = "budget",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Keeps what fits in so many tokens.",
            source = "Yue et al. 2024, Inference Scaling for Long-Context Retrieval Augmented Generation",
            params = {@Param(name = "tokens", type = ParamType.TOKENS, min = 1, doc = "The most tokens.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new BudgetAction((int) call.count("tokens"));
        }
    }
}
