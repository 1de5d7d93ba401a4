/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.top;

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
 * Keeps the tokens with the greatest score.
 *
 * <p>Source: Z. Zhang et al., <cite>H2O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language
 * Models</cite>, 2023.
 *
 * @param amount how many
 * @param by what ranks them
 */
public record TopSelector(Amount amount, Score by) implements Selector {
    @Override
    public Optional<Score> score() {
        return Optional.of(by);
    }

    /** Makes {@code top}. */
    @Mechanism(
            name = "top",
            engines = "kv",
            kind = MechanismKind.SELECTOR,
            doc = "Keeps the tokens with the greatest score, the heavy hitters.",
            source = "Zhang et al. 2023, H2O: Heavy-Hitter Oracle for Efficient Generative Inference of LLMs",
            params = {
                @Param(
                        name = "tokens",
                        type = ParamType.TOKENS_OR_RATIO,
                        min = 0,
                        doc = "How many, or which share of the sequence."),
                @Param(
                        name = "by",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.SCORE,
                        byDefault = "attention(sum)",
                        doc = "What ranks the tokens.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Selector> {
        @Override
        public Selector create(MechanismCall call) {
            return new TopSelector(
                    Amount.of(call, "tokens"), Score.of(call.argument("by").orElseThrow()));
        }
    }
}
