/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.day;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Gives what a store holds of the present day, which begins at midnight UTC. */
public record DayAction(String store) implements Action {
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        ItemStore items = memory.store();
        long day = Math.floorDiv(moment.nanos(), NANOS_PER_DAY);
        List<Found> found = new ArrayList<>();
        for (int i = items.previousLive(items.count() - 1); i >= 0; i = items.previousLive(i - 1)) {
            long its = Math.floorDiv(items.writtenNanos(i), NANOS_PER_DAY);
            if (its == day) {
                found.add(memory.found(i, 0));
            } else if (its < day) {
                break;
            }
        }
        memory.chargeReading(found.size());
        return Flow.of(found.reversed());
    }

    /** Makes {@code day}. */
    @Mechanism(
            name = "day",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Gives the items of a store that were written on the day that goes on or just ended.",
            source =
                    "Zhong et al. 2024, MemoryBank: Enhancing Large Language Models with Long-Term Memory (daily summaries)",
            params = {@Param(name = "store", type = ParamType.STORE, doc = "The store.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new DayAction(call.word("store"));
        }
    }
}
