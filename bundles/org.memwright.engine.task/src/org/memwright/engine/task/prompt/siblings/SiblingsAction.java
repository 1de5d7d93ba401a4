/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.siblings;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.List;
import java.util.Locale;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.program.Section.Detail;
import org.memwright.engine.task.tree.Status;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Tells what came of the steps that are done beside the active one, or beside each step of its path. */
public record SiblingsAction(Detail detail, boolean ofPath) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TREE, "siblings");
        Prompt prompt = new Prompt().add(piped);
        List<Integer> path = moment.tree().path(moment.step());
        for (int step : ofPath ? path : path.subList(path.size() - 1, path.size())) {
            for (int beside : moment.tree().children(moment.tree().step(step).parent())) {
                if (beside != step && moment.tree().node(beside).status() == Status.DONE) {
                    moment.sections(beside, detail).forEach(prompt::add);
                }
            }
        }
        return prompt;
    }

    /** Makes {@code siblings}. */
    @Mechanism(
            name = "siblings",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Tells what came of the finished steps beside the active one.",
            source = "Ye 2025, Task Memory Engine (TME); Hu et al. 2024, HiAgent",
            params = {
                @Param(
                        name = "detail",
                        type = ParamType.WORD,
                        byDefault = "summary",
                        choices = {"full", "summary", "outputs"},
                        doc = "How much of each step; without a summary, summary is full."),
                @Param(
                        name = "of",
                        type = ParamType.WORD,
                        byDefault = "active",
                        choices = {"active", "path"},
                        doc = "Beside the active step alone, or beside every step of its path.")
            },
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new SiblingsAction(
                    Detail.valueOf(call.word("detail").toUpperCase(Locale.ROOT)),
                    call.word("of").equals("path"));
        }
    }
}
