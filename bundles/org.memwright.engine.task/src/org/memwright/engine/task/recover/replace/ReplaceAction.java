/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.recover.replace;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Plans the step around the failed one anew: another sub-tree stands in its place. Steps of it that were done before, that read the same
 * and are declared alike, are reused and not done again.
 */
public record ReplaceAction(boolean reuse, int times) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "replace");
        int step = moment.step();
        if (moment.services().failures(moment.tree().step(step).path()) < times) {
            int parent = moment.tree().step(step).parent();
            moment.services().replace(parent == TaskPlan.TASK ? step : parent, reuse);
        }
        return piped;
    }

    /** Makes {@code replace}. */
    @Mechanism(
            name = "replace",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Puts a new sub-tree in the place of that around a failed step; finished parts are reused.",
            source = "Ye 2025, Task Memory Engine (TME)",
            params = {
                @Param(
                        name = "reuse",
                        type = ParamType.WORD,
                        byDefault = "finished",
                        choices = {"finished", "none"},
                        doc = "Whether finished steps of the same declaration that read the same stay done."),
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
            return new ReplaceAction(call.word("reuse").equals("finished"), (int) call.count("times"));
        }
    }
}
