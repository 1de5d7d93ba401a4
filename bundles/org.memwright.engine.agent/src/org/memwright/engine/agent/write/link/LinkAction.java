/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.link;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Linker;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Links what was written since the last time with what the store keeps.
 */
public record LinkAction(String store, Linker by) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        by.link(moment.memory(store, Memory.class, ""), moment);
        return piped;
    }

    /** Makes {@code link}. */
    @Mechanism(
            name = "link",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Links what was written with what is kept.",
            source = "Gutiérrez et al. 2024, HippoRAG; Xu et al. 2025, A-MEM: Agentic Memory for LLM Agents",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "by", type = ParamType.MECHANISM, kinds = MechanismKind.SCORE, doc = "What is linked.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new LinkAction(
                    call.word("store"), Mechanisms.create(Linker.class, "agent", MechanismKind.SCORE, call.call("by")));
        }
    }
}
