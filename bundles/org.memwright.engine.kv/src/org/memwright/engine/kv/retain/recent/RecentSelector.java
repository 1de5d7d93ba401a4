/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.recent;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.retain.Amount;
import org.memwright.engine.kv.retain.Selector;
import org.memwright.engine.kv.score.Score;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps the last tokens of a sequence.
 *
 * <p>Source: I. Beltagy et al., <cite>Longformer: The Long-Document Transformer</cite>, 2020, section 3.1.
 *
 * @param amount how many
 */
public record RecentSelector(Amount amount) implements Selector {
    @Override
    public Optional<Score> score() {
        return Optional.empty();
    }

    /** Makes {@code recent}. */
    @Mechanism(
            name = "recent",
            engines = "kv",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the last tokens of a sequence, the local window.",
            source = "Beltagy et al. 2020, Longformer: The Long-Document Transformer",
            params =
                    @Param(
                            name = "tokens",
                            type = ParamType.TOKENS_OR_RATIO,
                            min = 0,
                            doc = "How many, or which share of the sequence."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Selector> {
        @Override
        public Selector create(MechanismCall call) {
            return new RecentSelector(Amount.of(call, "tokens"));
        }
    }
}
