/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.anchor;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.GraphMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Makes a node for each text in a graph, joined to the phrases that it states something of.
 *
 * <p>Source: B. J. Gutierrez et al., <cite>From RAG to Memory: Non-Parametric Continual Learning for Large Language Models</cite>,
 * 2025 (dense-sparse integration: passage nodes and context edges).
 */
public record AnchorAction(String store, Action item) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        GraphMemory graph = moment.memory(store, GraphMemory.class, "is no graph; lay it out as triples()");
        Flow items = item.perform(piped, moment);
        items.items().forEach(found -> graph.anchor(found.piece()));
        return items;
    }

    /** Makes {@code anchor}. */
    @Mechanism(
            name = "anchor",
            engines = "agent",
            kind = MechanismKind.ACTION,
            events = {"write", "session_end", "day_end"},
            doc = "Makes texts nodes of a graph, joined to their phrases.",
            source =
                    "Gutierrez et al. 2025, From RAG to Memory: Non-Parametric Continual Learning for Large Language Models (HippoRAG 2)",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "The texts with their statements; what comes through the pipeline where it is left out.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AnchorAction(call.word("store"), Program.items(call, "item"));
        }
    }
}
