/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.first;

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
 * Keeps the first tokens of a sequence.
 *
 * <p>Source: G. Xiao et al., <cite>Efficient Streaming Language Models with Attention Sinks</cite>, 2023, section 3.
 *
 * @param amount how many
 */
public record FirstSelector(Amount amount) implements Selector {
    @Override
    public Optional<Score> score() {
        return Optional.empty();
    }

    /** Makes {@code first}. */
    @Mechanism(
            name = "first",
            engines = "kv",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the first tokens of a sequence, the attention sinks.",
            source = "Xiao et al. 2023, Efficient Streaming Language Models with Attention Sinks",
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
            return new FirstSelector(Amount.of(call, "tokens"));
        }
    }
}
