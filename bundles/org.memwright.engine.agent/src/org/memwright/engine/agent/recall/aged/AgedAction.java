/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.aged;

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
 * Adds to the score of each item what its age leaves: {@code by * exp(-age / over)}, the age since it was written or last
 * reinforced.
 *
 * <p>Source: J. Park et al., <cite>Generative Agents</cite>, 2023, and B. Wang et al., <cite>Self-Controlled Memory</cite>, 2023: recency plus
 * relevance.
 */
public record AgedAction(double by, double overSeconds) implements Action {
    private static final double SECOND = 1e9;

    @Override
    public Flow perform(Flow piped, Moment moment) {
        List<Found> items = new ArrayList<>();
        for (Found found : piped.items()) {
            ItemMemory memory = found.memory();
            long since =
                    memory == null ? found.piece().timeNanos() : memory.store().recalledNanos(found.number());
            double age = Math.max(0, moment.nanos() - since) / SECOND;
            items.add(found.scored(found.score() + by * StrictMath.exp(-age / overSeconds)));
        }
        return new Flow(items, piped.rest()).ranked(Integer.MAX_VALUE);
    }

    /** Makes {@code aged}. */
    @Mechanism(
            name = "aged",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Prefers what is recent, or was recalled recently.",
            source =
                    "Park et al. 2023, Generative Agents: Interactive Simulacra of Human Behavior; Wang et al. 2023, Self-Controlled Memory",
            params = {
                @Param(
                        name = "by",
                        type = ParamType.NUMBER,
                        byDefault = "0.5",
                        min = 0,
                        doc = "What is added to the score of an item that is brand-new."),
                @Param(
                        name = "over",
                        type = ParamType.TIME,
                        byDefault = "7 d",
                        min = 1e-9,
                        doc = "The age at which about a third of that is left.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new AgedAction(call.number("by"), call.number("over"));
        }
    }
}
