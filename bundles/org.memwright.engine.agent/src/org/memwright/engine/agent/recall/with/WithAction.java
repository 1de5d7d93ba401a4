/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.with;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Puts items behind those that come through the pipeline, as they go into one prompt together.
 */
public record WithAction(Action items) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        return piped.then(items.perform(Flow.EMPTY, moment));
    }

    /** Makes {@code with}. */
    @Mechanism(
            name = "with",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Adds other items behind those recalled.",
            source = "Zhong et al. 2024, MemoryBank: Enhancing Large Language Models with Long-Term Memory",
            params = {@Param(name = "items", type = ParamType.ITEMS, doc = "What is added: a store, or an action.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new WithAction(Program.items(call, "items"));
        }
    }
}
