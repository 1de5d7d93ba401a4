/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.keep.move;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Writes items to another store, from where they can still be recalled, as strong and important as they were.
 *
 * <p>Source: C. Packer et al., <cite>MemGPT</cite>, 2023: main context overflows to archival storage.
 */
public record MoveOverflow(String to) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        ItemMemory target = moment.items(to);
        List<Found> moved = new ArrayList<>();
        for (Found found : piped.items()) {
            moved.add(target.take(found));
        }
        return Flow.of(moved);
    }

    /** Makes {@code move}. */
    @Mechanism(
            name = "move",
            engines = "agent",
            kind = MechanismKind.OVERFLOW,
            doc = "Writes what a keep rule gives up to another store.",
            source = "Packer et al. 2023, MemGPT: Towards LLMs as Operating Systems",
            params = {@Param(name = "to", type = ParamType.STORE, doc = "The store that takes them.")})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new MoveOverflow(call.word("to"));
        }
    }
}
