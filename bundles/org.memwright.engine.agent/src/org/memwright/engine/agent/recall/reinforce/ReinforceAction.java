/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.reinforce;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Operation;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds to the strength of each kept item and sets its age to 0.
 *
 * <p>Source: W. Zhong et al., <cite>MemoryBank</cite>, 2024, section on forgetting after Ebbinghaus: strength grows by
 * 1 and age becomes 0 when a memory is recalled.
 */
public record ReinforceAction(double by) implements Action {
    private static final double STATE_BYTES = 33;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory != null && memory.store().isLive(found.number())) {
                memory.store().reinforce(found.number(), by, moment.nanos());
                moment.services().ledger().charge("write to " + memory.name(), 0, memory.tier(), 0, 0, STATE_BYTES);
                moment.services().performed(Operation.REINFORCE);
            }
        }
        return piped;
    }

    /** Makes {@code reinforce}. */
    @Mechanism(
            name = "reinforce",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Makes what was recalled stronger and young again.",
            source = "Ebbinghaus 1885, Über das Gedächtnis; Zhong et al. 2024, MemoryBank",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0,
                        doc = "What is added to the strength.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ReinforceAction(call.number("by"));
        }
    }
}
