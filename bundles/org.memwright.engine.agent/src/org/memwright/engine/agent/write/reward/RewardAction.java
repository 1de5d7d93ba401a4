/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.reward;

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
 * Adds to the importance of each kept item: what proved useful matters more.
 *
 * <p>Source: Z. Cao et al., <cite>Remember Me, Refine Me: A Dynamic Procedural Memory Framework</cite>, 2025: an experience gains utility when the task
 * that it was recalled for succeeds.
 */
public record RewardAction(double by) implements Action {
    private static final double STATE_BYTES = 17;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory != null && memory.store().isLive(found.number())) {
                memory.store().importance(found.number(), memory.store().importance(found.number()) + by);
                moment.services().ledger().charge("write to " + memory.name(), 0, memory.tier(), 0, 0, STATE_BYTES);
                moment.services().performed(Operation.REINFORCE);
            }
        }
        return piped;
    }

    /** Makes {@code reward}. */
    @Mechanism(
            name = "reward",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Makes items matter more.",
            source =
                    "Cao et al. 2025, Remember Me, Refine Me: A Dynamic Procedural Memory Framework for Experience-Driven Agent Evolution (ReMe)",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.NUMBER,
                        byDefault = "1",
                        min = 0,
                        doc = "What is added to the importance.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RewardAction(call.number("by"));
        }
    }
}
