/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.recover.rollback;

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
 * Makes the tree what it was when the step around the failed one began, and all of that is done again. A step right under the task goes
 * back to its own beginning. After so many failures of one step it stays failed.
 */
public record RollbackAction(boolean toParent, int times) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "rollback");
        int step = moment.step();
        if (moment.services().failures(moment.tree().step(step).path()) < times) {
            int parent = moment.tree().step(step).parent();
            moment.services().rollback(toParent && parent != TaskPlan.TASK ? parent : step);
        }
        return piped;
    }

    /** Makes {@code rollback}. */
    @Mechanism(
            name = "rollback",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Takes the tree back to what it was when a step began.",
            source =
                    "Ye 2025, Task Memory Engine (TME); checkpoints of transactions: Gray 1981, The Transaction Concept",
            params = {
                @Param(
                        name = "to",
                        type = ParamType.WORD,
                        byDefault = "parent",
                        choices = {"parent", "step"},
                        doc = "The beginning of the step around the failed one, or of that one itself."),
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
            return new RollbackAction(call.word("to").equals("parent"), (int) call.count("times"));
        }
    }
}
