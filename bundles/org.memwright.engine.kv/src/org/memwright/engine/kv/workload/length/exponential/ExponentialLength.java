/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.exponential;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.Draws;
import org.memwright.engine.kv.workload.LengthDistribution;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Lengths without memory, as when each token is the last with the same chance: -mean x ln(1 - u).
 *
 * <p>Source: W. Feller, <cite>An Introduction to Probability Theory and Its Applications</cite>, volume 2, chapter I, 1971.
 */
public final class ExponentialLength implements LengthDistribution {
    private final double meanTokens;
    private final double maxTokens;

    /**
     * @param meanTokens mean length, at least 1
     * @param maxTokens a longer draw is taken as this; infinite for none
     */
    public ExponentialLength(double meanTokens, double maxTokens) {
        if (!(meanTokens >= 1)) {
            throw new IllegalArgumentException("mean is " + meanTokens + " tokens, must be at least 1");
        }
        if (!(maxTokens >= 1)) {
            throw new IllegalArgumentException("max is " + maxTokens + " tokens, must be at least 1");
        }
        this.meanTokens = meanTokens;
        this.maxTokens = maxTokens;
    }

    @Override
    public double draw(SplittableRandom random) {
        return Math.min(maxTokens, meanTokens * Draws.exponential(random));
    }

    /** Makes it from {@code exponential(mean: 220 tokens)}. */
    @Mechanism(
            name = "exponential",
            engines = "kv",
            kind = MechanismKind.LENGTH,
            doc = "Lengths end by chance, each token being the last as likely as any other.",
            source = "Feller, An Introduction to Probability Theory and Its Applications 2, chapter I, 1971",
            params = {
                @Param(
                        name = "mean",
                        type = ParamType.TOKENS,
                        doc = "Mean length, before a greatest length cuts the tail.",
                        min = 1,
                        max = 1_000_000_000),
                @Param(
                        name = "max",
                        type = ParamType.TOKENS,
                        doc = "The greatest length; a longer draw is cut to it.",
                        byDefault = Param.NONE,
                        min = 1,
                        max = 1_000_000_000)
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<LengthDistribution> {
        @Override
        public LengthDistribution create(MechanismCall call) {
            double max = call.argument("max").isPresent() ? call.number("max") : Double.POSITIVE_INFINITY;
            return new ExponentialLength(call.number("mean"), max);
        }
    }
}
