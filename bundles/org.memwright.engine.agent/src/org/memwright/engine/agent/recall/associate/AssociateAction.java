/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.associate;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.embed.Vectors;
import org.memwright.engine.agent.layout.weights.WeightMemory;
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
 * Recalls the items nearest to what a memory of weights gives for the query. Scores are cosines times how sure the weights are.
 */
public record AssociateAction(String store, String from, Action query, int k) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        WeightMemory weights = moment.memory(
                store, WeightMemory.class, "is no memory of weights; lay it out as weights(embed: minilm)");
        float[] given = weights.recall(query.perform(piped, moment).text());
        double sure = Math.sqrt(Vectors.dot(given, given, 0));
        if (sure == 0) {
            return Flow.EMPTY;
        }
        ItemMemory items = moment.items(from);
        List<Found> found = new ArrayList<>();
        for (Found each :
                Flow.of(items, items.nearest(Vectors.normalise(given), k)).items()) {
            found.add(each.scored(each.score() * Math.min(1, sure)));
        }
        return Flow.of(found);
    }

    /** Makes {@code associate}. */
    @Mechanism(
            name = "associate",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Recalls what weights have learnt to give for a query.",
            source = "Wei et al. 2025, AI-native Memory 2.0: Second Me; Schlag et al. 2021",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "from",
                        type = ParamType.STORE,
                        doc = "The store of the items, with vectors of the same embedding model."),
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
            return new AssociateAction(
                    call.word("store"), call.word("from"), Program.items(call, "query"), (int) call.count("k"));
        }
    }
}
