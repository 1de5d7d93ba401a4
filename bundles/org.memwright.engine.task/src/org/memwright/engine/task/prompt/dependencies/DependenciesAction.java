/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.dependencies;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Locale;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.program.Section.Detail;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.Use;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Tells what the active step and the steps around it use, wherever in the tree it was made. */
public record DependenciesAction(Detail detail) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "dependencies");
        Prompt prompt = new Prompt().add(piped);
        for (Use use : moment.tree().uses(moment.step())) {
            if (use.step() == TaskPlan.TASK) {
                prompt.add(moment.goal());
            } else {
                moment.sections(use.step(), detail).forEach(prompt::add);
            }
        }
        return prompt;
    }

    /** Makes {@code dependencies}. */
    @Mechanism(
            name = "dependencies",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Tells what the active step and the steps around it use.",
            source = "Ye 2025, Task Memory Engine (TME), graph-aware extensions",
            params = {
                @Param(
                        name = "detail",
                        type = ParamType.WORD,
                        byDefault = "outputs",
                        choices = {"full", "summary", "outputs"},
                        doc = "How much of each step; without a summary, summary is full.")
            },
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new DependenciesAction(Detail.valueOf(call.word("detail").toUpperCase(Locale.ROOT)));
        }
    }
}
