/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.within;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Set;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Drops the oldest sections until the prompt fits a budget; the goal and the beginning of the active step stay.
 *
 * <p>Source: S. Holt et al., <cite>L2MAC: Large Language Model Automatic Computer for Extensive Code Generation</cite>, 2024: a control
 * unit keeps the context within its limit.
 */
public record WithinAction(long budgetTokens) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        Prompt prompt = new Prompt().add(piped);
        int own = moment.tree().node(moment.step()).begun();
        prompt.fit(budgetTokens, moment.log().counter(), Set.of(moment.goal().entry(), own));
        return prompt;
    }

    /** Makes {@code within}. */
    @Mechanism(
            name = "within",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Drops the oldest parts of a prompt until it fits.",
            source = "Holt et al. 2024, L2MAC: Large Language Model Automatic Computer for Extensive Code Generation",
            params = {
                @Param(
                        name = "budget",
                        type = ParamType.TOKENS,
                        min = 1,
                        doc = "The most tokens, without the instruction of the step.")
            },
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new WithinAction(call.count("budget"));
        }
    }
}
