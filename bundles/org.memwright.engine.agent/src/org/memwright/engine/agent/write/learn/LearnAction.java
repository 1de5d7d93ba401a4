/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.write.learn;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.layout.weights.WeightMemory;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Program;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Teaches a memory of weights to give items for the text of the event: those that answered a question, for the question.
 *
 * <p>Source: J. Wei et al., <cite>AI-native Memory 2.0: Second Me</cite>, 2025: what was recalled well is taken into parameters.
 */
public record LearnAction(String store, Action item) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        WeightMemory weights = moment.memory(
                store, WeightMemory.class, "is no memory of weights; lay it out as weights(embed: minilm)");
        Flow flow = item.perform(piped, moment);
        for (Found found : flow.items()) {
            weights.learn(moment.subject().text(), found.piece().searched());
        }
        return flow;
    }

    /** Makes {@code learn}. */
    @Mechanism(
            name = "learn",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Teaches weights to give items for the text of the event.",
            source = "Wei et al. 2025, AI-native Memory 2.0: Second Me; Schlag et al. 2021",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "The store."),
                @Param(
                        name = "item",
                        type = ParamType.ITEMS,
                        byDefault = Param.NONE,
                        doc = "What is to be given; what comes through the pipeline where it is left out.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new LearnAction(call.word("store"), Program.items(call, "item"));
        }
    }
}
