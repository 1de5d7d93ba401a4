/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.write.prune;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Drops what was said at finished steps; their outputs and summaries stay, so nothing that a later step uses is lost.
 *
 * <p>Source: H. Luo et al., <cite>Beyond Context Limits: Subconscious Threads for Long-Horizon Reasoning</cite>, 2025: finished subtasks
 * of a reasoning tree (TIM) are pruned from the working memory.
 */
public record PruneAction(boolean itself) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "prune");
        moment.tree().below(moment.step()).forEach(moment.tree()::prune);
        if (itself) {
            moment.tree().prune(moment.step());
        }
        return piped;
    }

    /** Makes {@code prune}. */
    @Mechanism(
            name = "prune",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Drops what was said at finished steps; outputs and summaries stay.",
            source =
                    "Luo et al. 2025, Beyond Context Limits: Subconscious Threads for Long-Horizon Reasoning (TIM, TIMRUN)",
            params = {
                @Param(
                        name = "what",
                        type = ParamType.WORD,
                        byDefault = "below",
                        choices = {"below", "step"},
                        doc = "The steps below the one that is done, or that one as well.")
            },
            events = "done")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new PruneAction(call.word("what").equals("step"));
        }
    }
}
