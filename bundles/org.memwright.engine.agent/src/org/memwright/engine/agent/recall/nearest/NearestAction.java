/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.nearest;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
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
 * Recalls the items whose vectors are nearest to that of the query, by cosine.
 */
public record NearestAction(String store, Action query, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory memory = moment.items(store);
        return Flow.of(memory, memory.nearest(query.perform(piped, moment).text(), k));
    }

    /** Makes {@code nearest}. */
    @Mechanism(
            name = "nearest",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls the items nearest in meaning.",
            source = "Reimers and Gurevych 2019, Sentence-BERT",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "query",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is looked for; what comes through the pipeline where it is left out."),
                @Param(name = "k", type = ParamType.COUNT, byDefault = "10", min = 1, doc = "How many.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new NearestAction(call.word("store"), Program.items(call, "query"), (int) call.count("k"));
        }
    }
}
