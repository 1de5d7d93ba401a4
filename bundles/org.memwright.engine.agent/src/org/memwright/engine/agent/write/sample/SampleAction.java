/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.sample;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.layout.fingerprints.FingerprintMemory;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Walks from every node of a graph, and keeps where the walks went. */
public record SampleAction(String store, String graph) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        moment.memory(store, FingerprintMemory.class, "keeps no walks; lay it out as fingerprints()")
                .sample(moment.memory(graph, GraphMemory.class, "is no graph; lay it out as triples()"));
        return piped;
    }

    /** Makes {@code sample}. */
    @Mechanism(
            name = "sample",
            engines = "agent",
            kind = MechanismKind.ACTION,
            events = {"write", "session_end", "day_end"},
            doc = "Walks from every node of a graph, and keeps where the walks went.",
            source =
                    "Liu et al. 2016, PowerWalk: Scalable Personalized PageRank via Random Walks with Vertex-Centric Decomposition",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store of the walks."),
                @Param(name = "graph", type = ParamType.STORE, doc = "The graph.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SampleAction(call.word("store"), call.word("graph"));
        }
    }
}
