/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.session;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Gives what a store holds of the present session.
 */
public record SessionAction(String store) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        List<Found> items = new ArrayList<>();
        for (int i = memory.store().previousLive(memory.store().count() - 1);
                i >= 0;
                i = memory.store().previousLive(i - 1)) {
            int session = memory.store().session(i);
            if (session == moment.session()) {
                items.add(memory.found(i, 0));
            } else if (session < moment.session()) {
                break;
            }
        }
        memory.chargeReading(items.size());
        return Flow.of(items.reversed());
    }

    /** Makes {@code session}. */
    @Mechanism(
            name = "session",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Gives the items of a store that were written in the session that goes on or just ended.",
            source = "Zhong et al. 2024, MemoryBank: Enhancing Large Language Models with Long-Term Memory",
            params = {@Param(name = "store", type = ParamType.STORE, doc = "The store.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SessionAction(call.word("store"));
        }
    }
}
