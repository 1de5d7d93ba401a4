/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.top;

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

/**
 * Orders items by score, of equal ones the older first, and takes the first.
 */
public record TopAction(int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        return piped.ranked(k);
    }

    /** Makes {@code top}. */
    @Mechanism(
            name = "top",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Takes the items with the highest scores.",
            source = "Knuth 1973, The Art of Computer Programming 3 (selection)",
            params = {@Param(name = "k", type = ParamType.COUNT, byDefault = "10", min = 1, doc = "How many.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new TopAction((int) call.count("k"));
        }
    }
}
