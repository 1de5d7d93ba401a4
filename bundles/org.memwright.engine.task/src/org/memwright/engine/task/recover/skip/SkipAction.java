/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.recover.skip;

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

/** Goes on without a failed step: those that wait for it begin, without its outputs. */
public record SkipAction(int times) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        boolean enough =
                moment.services().failures(moment.tree().step(moment.step()).path()) >= times;
        moment.tree().set(moment.step(), enough ? Status.SKIPPED : Status.ACTIVE);
        return piped;
    }

    /** Makes {@code skip}. */
    @Mechanism(
            name = "skip",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Goes on without a step that failed too often.",
            source = "of this project",
            params = {
                @Param(
                        name = "times",
                        type = ParamType.COUNT,
                        byDefault = "1",
                        min = 1,
                        doc = "After so many failures; until then it is tried again.")
            },
            events = "fail")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SkipAction((int) call.count("times"));
        }
    }
}
