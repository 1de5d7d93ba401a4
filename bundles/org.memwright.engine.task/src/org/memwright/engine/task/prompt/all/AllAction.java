/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.all;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.program.Section.Detail;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Tells all that a store keeps: the whole transcript, or all that was not pruned from the tree. */
public record AllAction(String store) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        Prompt prompt = new Prompt().add(piped).add(moment.goal());
        if (moment.services().stores().get(store) == Layout.TEXT) {
            for (int entry = 0; entry < moment.log().size(); entry++) {
                prompt.add(moment.entry(entry));
            }
        } else {
            moment.tree()
                    .live()
                    .forEach(step -> moment.sections(step, Detail.FULL).forEach(prompt::add));
        }
        return prompt;
    }

    /** Makes {@code all}. */
    @Mechanism(
            name = "all",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Tells all that a store keeps.",
            source =
                    "the linear transcript of ReAct: Yao et al. 2022, ReAct: Synergizing Reasoning and Acting in Language Models",
            params = {@Param(name = "store", type = ParamType.STORE, doc = "The store.")},
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AllAction(call.word("store"));
        }
    }
}
