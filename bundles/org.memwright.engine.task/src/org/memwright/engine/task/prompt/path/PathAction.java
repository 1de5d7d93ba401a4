/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.path;

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

/**
 * Tells the goal, the beginnings of the steps around the active one, its own beginning, its earlier attempts, and what came of the steps
 * right below it.
 *
 * <p>Source: Y. Ye, <cite>Task Memory Engine (TME): A Structured Memory Framework with Graph-Aware Extensions for Multi-Step LLM Agent
 * Tasks</cite>, 2025: the prompt is built from the active path.
 */
public record PathAction() implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "path");
        Prompt prompt = new Prompt().add(piped).add(moment.goal());
        for (int step : moment.tree().path(moment.step())) {
            prompt.add(moment.entry(moment.tree().node(step).begun()));
        }
        moment.sections(moment.step(), Detail.FULL).forEach(prompt::add);
        for (int below : moment.tree().children(moment.step())) {
            moment.sections(below, Detail.SUMMARY).forEach(prompt::add);
        }
        return prompt;
    }

    /** Makes {@code path}. */
    @Mechanism(
            name = "path",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc =
                    "Tells the goal and the steps from it down to the active one, with what came of the steps below that.",
            source = "Ye 2025, Task Memory Engine (TME)",
            params = {
                @Param(
                        name = "to",
                        type = ParamType.WORD,
                        byDefault = "active",
                        choices = "active",
                        doc = "Where the path ends.")
            },
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new PathAction();
        }
    }
}
