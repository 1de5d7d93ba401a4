/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.recent;

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

/** Tells the goal, how the active step begins, and the last entries of a transcript. */
public record RecentAction(String store, int k) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        moment.require(Layout.TEXT, "recent");
        Prompt prompt = new Prompt().add(piped).add(moment.goal());
        prompt.add(moment.entry(moment.tree().node(moment.step()).begun()));
        for (int entry = Math.max(0, moment.log().size() - k);
                entry < moment.log().size();
                entry++) {
            prompt.add(moment.entry(entry));
        }
        return prompt;
    }

    /** Makes {@code recent}. */
    @Mechanism(
            name = "recent",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Tells the last entries of a transcript.",
            source = "a bounded chat history: Ye et al. 2023, AmadeusGPT (short-term memory)",
            params = {
                @Param(name = "store", type = ParamType.STORE, doc = "A store of text."),
                @Param(
                        name = "k",
                        type = ParamType.COUNT,
                        byDefault = "8",
                        min = 1,
                        doc = "How many entries: beginnings and turns.")
            },
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RecentAction(call.word("store"), (int) call.count("k"));
        }
    }
}
