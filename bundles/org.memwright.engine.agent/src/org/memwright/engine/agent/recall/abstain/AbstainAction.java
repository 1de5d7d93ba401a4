/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.abstain;

import aQute.bnd.annotation.spi.ServiceProvider;
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
 * Gives nothing where the best score is below a limit.
 */
public record AbstainAction(double below) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        double best = piped.items().stream().mapToDouble(Found::score).max().orElse(Double.NEGATIVE_INFINITY);
        return best < below ? Flow.EMPTY : piped;
    }

    /** Makes {@code abstain}. */
    @Mechanism(
            name = "abstain",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls nothing where nothing fits well enough.",
            source =
                    "Wu et al. 2024, LongMemEval: Benchmarking Chat Assistants on Long-Term Interactive Memory (abstention)",
            params = {@Param(name = "below", type = ParamType.NUMBER, doc = "The least best score.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AbstainAction(call.number("below"));
        }
    }
}
