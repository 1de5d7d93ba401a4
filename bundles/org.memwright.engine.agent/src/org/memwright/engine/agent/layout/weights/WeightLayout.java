/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.layout.weights;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.agent.program.Layout;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Services;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * A memory of weights, of a size that does not grow: a matrix that learns which vector belongs to which.
 *
 * <p>Source: B. Widrow, M. Hoff, <cite>Adaptive Switching Circuits</cite>, 1960, the delta rule; I. Schlag, K. Irie, J. Schmidhuber,
 * <cite>Linear Transformers Are Secretly Fast Weight Programmers</cite>, 2021, eq. 24.
 */
public record WeightLayout(String embed, double rate) implements Layout {
    @Override
    public Memory create(String name, String tier, Services services) {
        return new WeightMemory(name, tier, services.embedder(embed), rate, services);
    }

    /** Makes {@code weights}. */
    @Mechanism(
            name = "weights",
            engines = "agent",
            kind = MechanismKind.LAYOUT,
            doc = "A matrix of weights that learns what belongs to what; its size stays.",
            source =
                    "Widrow and Hoff 1960, Adaptive Switching Circuits; Schlag et al. 2021, Linear Transformers Are Secretly Fast Weight Programmers",
            params = {
                @Param(
                        name = "embed",
                        type = ParamType.WORD,
                        byDefault = "minilm",
                        choices = {"minilm", "hash"},
                        doc = "The embedding model: all-MiniLM-L6-v2, or random directions of terms."),
                @Param(
                        name = "rate",
                        type = ParamType.RATIO,
                        byDefault = "1",
                        min = 0.001,
                        max = 1,
                        doc = "How far one lesson takes the weights to what is right.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new WeightLayout(call.word("embed"), call.number("rate"));
        }
    }
}
