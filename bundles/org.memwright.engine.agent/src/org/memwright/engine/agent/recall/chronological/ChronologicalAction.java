/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.chronological;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * Orders items by when they were written, the earliest first.
 *
 * <p>Source: M. Pink et al., <cite>Assessing Episodic Memory in LLMs with Sequence Order Recall Tasks</cite>, 2024: order is told by text
 * in its order, not by what is most like the question.
 */
public record ChronologicalAction() implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> items = new ArrayList<>(piped.items());
        items.sort(Comparator.<Found>comparingLong(f -> f.piece().timeNanos()).thenComparingInt(Found::number));
        return new Flow(items, piped.rest());
    }

    /** Makes {@code chronological}. */
    @Mechanism(
            name = "chronological",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Orders items by when they were written.",
            source = "Pink et al. 2024, Assessing Episodic Memory in LLMs with Sequence Order Recall Tasks (SORT)",
            params = {})
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new ChronologicalAction();
        }
    }
}
