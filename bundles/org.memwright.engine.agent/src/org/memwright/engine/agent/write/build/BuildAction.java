/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.build;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Brings the index of a store's vectors up to what is written; without it, the next search pays for that. */
record BuildAction(String store) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        moment.items(store).buildIndex();
        return piped;
    }

    /** Makes {@code build}. */
    @Mechanism(
            name = "build",
            engines = "agent",
            kind = MechanismKind.ACTION,
            events = {"write", "session_end", "day_end"},
            doc = "Builds the index of a store, so that no search has to.",
            source = "Chen et al. 2021, SPANN (indexes of vectors are built offline)",
            params = {@Param(name = "store", type = ParamType.STORE, doc = "The store.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new BuildAction(call.word("store"));
        }
    }
}
