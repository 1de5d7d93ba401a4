/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.merge;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Adds to a store those items whose text it does not hold yet: a profile that grows by what is new.
 *
 * <p>Differs: no language model rewrites the profile; what was said stays as it was said.
 */
public record MergeAction(String store, Action item) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        Set<String> known = new HashSet<>();
        memory.chargeReading(memory.store().liveCount());
        for (int number : memory.store().live()) {
            known.add(memory.store().piece(number).spoken());
        }
        List<Found> written = new ArrayList<>();
        for (Found found : item.perform(piped, moment).items()) {
            if (known.add(found.piece().spoken())) {
                written.add(memory.add(found.piece(), 1, 0));
            }
        }
        return Flow.of(written);
    }

    /** Makes {@code merge}. */
    @Mechanism(
            name = "merge",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Writes sentences to a store that are not in it yet.",
            source = "Luhn 1958, The Automatic Creation of Literature Abstracts",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is merged; what comes through the pipeline where it is left out.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new MergeAction(call.word("store"), Program.items(call, "item"));
        }
    }
}
