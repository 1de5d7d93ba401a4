/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.continuation;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * Puts behind each item those that follow it in its session: a neighbour and what comes after it.
 *
 * <p>Source: S. Borgeaud et al., <cite>Improving Language Models by Retrieving from Trillions of Tokens</cite>, 2022: RET(C) gives
 * neighbours and their continuations.
 */
public record ContinuationAction(int after) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        Set<Integer> given = new LinkedHashSet<>();
        List<Found> items = new ArrayList<>();
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            if (memory == null) {
                items.add(found);
                continue;
            }
            int last = Math.min(memory.store().count() - 1, found.number() + after);
            int read = 0;
            for (int number = found.number(); number <= last; number++) {
                boolean follows = memory.store().isLive(number)
                        && memory.store().session(number) == memory.store().session(found.number());
                if (follows && given.add(number)) {
                    items.add(memory.found(number, found.score()));
                    read++;
                }
            }
            memory.chargeReading(read);
        }
        return new Flow(items, piped.rest());
    }

    /** Makes {@code continuation}. */
    @Mechanism(
            name = "continuation",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls with each item what follows it.",
            source = "Borgeaud et al. 2022, Improving Language Models by Retrieving from Trillions of Tokens (RETRO)",
            params = {
                @Param(
                        name = "after",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        max = 1000,
                        doc = "How many items behind each.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ContinuationAction((int) call.count("after"));
        }
    }
}
