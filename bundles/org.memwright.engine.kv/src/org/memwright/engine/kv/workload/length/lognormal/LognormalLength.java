/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.lognormal;

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
 * Lengths whose logarithm is normal: exp(mu + sigma z), with sigma^2 = ln(1 + cv^2) and mu = ln(mean) - sigma^2 / 2, so
 * that mean and cv are those of the lengths.
 *
 * <p>Source: E. Limpert, W. Stahel, M. Abbt, <cite>Log-normal Distributions across the Sciences</cite>, 2001; the azure-llm-2023
 * trace has prompts of mean 1155 and median 1020 tokens, answers of 211 and 129.
 */
public final class LognormalLength implements LengthDistribution {
    private final double mu;
    private final double sigma;
    private final double maxTokens;

    /**
     * @param meanTokens mean length, at least 1
     * @param cv standard deviation over mean, at least 0
     * @param maxTokens a longer draw is taken as this; infinite for none
     */
    public LognormalLength(double meanTokens, double cv, double maxTokens) {
        if (!(meanTokens >= 1)) {
            throw new IllegalArgumentException("mean is " + meanTokens + " tokens, must be at least 1");
        }
        if (!(cv >= 0)) {
            throw new IllegalArgumentException("cv is " + cv + ", must be at least 0");
        }
        if (!(maxTokens >= 1)) {
            throw new IllegalArgumentException("max is " + maxTokens + " tokens, must be at least 1");
        }
        double variance = StrictMath.log1p(cv * cv);
        sigma = StrictMath.sqrt(variance);
        mu = StrictMath.log(meanTokens) - variance / 2;
        this.maxTokens = maxTokens;
    }

    @Override
    public double draw(SplittableRandom random) {
        return Math.min(maxTokens, StrictMath.exp(mu + sigma * Draws.normal(random)));
    }

    /** Makes it from {@code lognormal(mean: 1024 tokens, cv: 1.2)}. */
    @Mechanism(
            name = "lognormal",
            engines = "kv",
            kind = MechanismKind.LENGTH,
            doc = "Most lengths are short and a few are long: their logarithm is normal.",
            source = "Limpert, Stahel, Abbt, Log-normal Distributions across the Sciences, 2001",
            params = {
                @Param(
                        name = "mean",
                        type = ParamType.TOKENS,
                        doc = "Mean length, before a greatest length cuts the tail.",
                        min = 1,
                        max = 1_000_000_000),
                @Param(
                        name = "cv",
                        type = ParamType.NUMBER,
                        doc = "Standard deviation of the lengths over their mean.",
                        min = 0,
                        max = 100),
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
            return new LognormalLength(call.number("mean"), call.number("cv"), max);
        }
    }
}
