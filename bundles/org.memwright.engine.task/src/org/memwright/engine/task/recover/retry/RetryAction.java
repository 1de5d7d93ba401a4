/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.recover.retry;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.tree.Status;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Lets a failed step be tried again; what was said at it stays. After so many failures it stays failed. */
public record RetryAction(int times) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        if (moment.services().failures(moment.tree().step(moment.step()).path()) < times) {
            moment.tree().set(moment.step(), Status.ACTIVE);
        }
        return piped;
    }

    /** Makes {@code retry}. */
    @Mechanism(
            name = "retry",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Tries a failed step again, with its earlier attempts in view.",
            source = "Yao et al. 2022, ReAct: Synergizing Reasoning and Acting in Language Models",
            params = {
                @Param(
                        name = "times",
                        type = ParamType.COUNT,
                        byDefault = "3",
                        min = 1,
                        doc = "After so many failures a step stays failed.")
            },
            events = "fail")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RetryAction((int) call.count("times"));
        }
    }
}
