/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.recent;

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
 * Recalls the last items, the latest first.
 */
public record RecentAction(String store, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        List<Found> items = new ArrayList<>();
        int at = memory.store().previousLive(memory.store().count() - 1);
        while (at >= 0 && items.size() < k) {
            items.add(memory.found(at, at));
            at = memory.store().previousLive(at - 1);
        }
        memory.chargeReading(items.size());
        return Flow.of(items);
    }

    /** Makes {@code recent}. */
    @Mechanism(
            name = "recent",
            engines = "agent",
            kind = MechanismKind.ACTION,
            events = {"recall", "write", "session_end", "day_end"},
            doc = "Recalls the items written last.",
            source = "Park et al. 2023, Generative Agents: Interactive Simulacra of Human Behavior (recency)",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(name = "k", type = ParamType.COUNT, byDefault = "10", min = 1, doc = "How many.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RecentAction(call.word("store"), (int) call.count("k"));
        }
    }
}
