/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.prompt.with;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.task.program.Action;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Program;
import org.memwright.engine.task.program.Prompt;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** Adds what another rule tells. */
public record WithAction(Action items) implements Action {
    @Override
    public Prompt perform(Prompt piped, Moment moment) {
        return new Prompt().add(piped).add(items.perform(new Prompt(), moment));
    }

    /** Makes {@code with}. */
    @Mechanism(
            name = "with",
            engines = "task",
            kind = MechanismKind.ACTION,
            doc = "Adds what another rule tells; of an entry that both tell, the fuller.",
            source = "of this project",
            params = {@Param(name = "items", type = ParamType.ITEMS, doc = "The other rule.")},
            events = "prompt")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new WithAction(Program.of(call.argument("items").orElseThrow()));
        }
    }
}
