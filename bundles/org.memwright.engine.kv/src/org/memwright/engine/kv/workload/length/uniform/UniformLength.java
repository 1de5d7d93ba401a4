/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.uniform;

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
 * Every whole number between two bounds, both included, alike: least + floor(u x (greatest - least + 1)).
 *
 * <p>Source: the random lengths of serving benchmarks, such as benchmark_serving of W. Kwon et al., vLLM, 2023.
 */
public final class UniformLength implements LengthDistribution {
    private final long minTokens;
    private final long maxTokens;

    /**
     * @param minTokens the least length, at least 1
     * @param maxTokens the greatest length, at least the least
     */
    public UniformLength(long minTokens, long maxTokens) {
        if (minTokens < 1) {
            throw new IllegalArgumentException("min is " + minTokens + " tokens, must be at least 1");
        }
        if (maxTokens < minTokens) {
            throw new IllegalArgumentException("max is " + maxTokens + " tokens, must be at least min, which is "
                    + minTokens + " tokens; exchange the two");
        }
        this.minTokens = minTokens;
        this.maxTokens = maxTokens;
    }

    @Override
    public double draw(SplittableRandom random) {
        return minTokens + StrictMath.floor(Draws.uniform(random) * (maxTokens - minTokens + 1));
    }

    /** Makes it from {@code uniform(16 tokens, 512 tokens)}. */
    @Mechanism(
            name = "uniform",
            engines = "kv",
            kind = MechanismKind.LENGTH,
            doc = "Every length between two bounds, both included, is as likely.",
            source = "Kwon et al., vLLM, 2023 (benchmark_serving, random lengths)",
            params = {
                @Param(name = "min", type = ParamType.TOKENS, doc = "The least length.", min = 1, max = 1_000_000_000),
                @Param(
                        name = "max",
                        type = ParamType.TOKENS,
                        doc = "The greatest length, not below the least.",
                        min = 1,
                        max = 1_000_000_000)
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<LengthDistribution> {
        @Override
        public LengthDistribution create(MechanismCall call) {
            return new UniformLength(call.count("min"), call.count("max"));
        }
    }
}
