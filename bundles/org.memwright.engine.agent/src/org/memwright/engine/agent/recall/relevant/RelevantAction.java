/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.recall.relevant;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.List;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.Moment;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Drops items that score less than a share of the best.
 *
 * <p>Source: Y. Shi et al., <cite>Enhancing Retrieval and Managing Retrieval: A Four-Module Synergy for Improved Quality and
 * Efficiency in RAG Systems</cite>, 2024 (knowledge filter); Q. Chen et al., SPANN, 2021 (pruning by the query).
 *
 * <p>Differs: by score, not by a model that judges each item.
 */
public record RelevantAction(double least) implements Action {
    @Override
    public Flow perform(Flow piped, Moment moment) {
        double best = piped.items().stream().mapToDouble(Found::score).max().orElse(0);
        List<Found> kept =
                piped.items().stream().filter(f -> f.score() >= least * best).toList();
        moment.services()
                .count("recalled items that were not relevant", piped.items().size() - kept.size());
        return new Flow(kept, piped.rest());
    }

    /** Makes {@code relevant}. */
    @Mechanism(
            name = "relevant",
            engines = "agent",
            kind = MechanismKind.ACTION,
            doc = "Drops what fits much less than the best.",
            source = "Shi et al. 2024, Enhancing Retrieval and Managing Retrieval (knowledge filter)",
            params = {
                @Param(
                        name = "least",
                        type = ParamType.RATIO,
                        byDefault = "50%",
                        min = 0,
                        max = 1,
                        doc = "The least share of the best score.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Action> {
        @Override
        public Action create(MechanismCall call) {
            return new RelevantAction(call.number("least"));
        }
    }
}
