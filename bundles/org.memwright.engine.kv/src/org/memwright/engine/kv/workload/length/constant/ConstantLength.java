/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.constant;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.LengthDistribution;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * The same number of tokens each time.
 *
 * <p>Source: the fixed input and output lengths of serving benchmarks, such as benchmark_serving of W. Kwon et al., vLLM,
 * 2023.
 */
public final class ConstantLength implements LengthDistribution {
    private final long tokens;

    /** @param tokens at least 1 */
    public ConstantLength(long tokens) {
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens is " + tokens + ", must be at least 1");
        }
        this.tokens = tokens;
    }

    @Override
    public double draw(SplittableRandom random) {
        return tokens;
    }

    /** Makes it from {@code constant(1024 tokens)}. */
    @Mechanism(
            name = "constant",
            engines = "kv",
            kind = MechanismKind.LENGTH,
            doc = "Every length is the same.",
            source = "Kwon et al., vLLM, 2023 (benchmark_serving, fixed lengths)",
            params =
                    @Param(name = "tokens", type = ParamType.TOKENS, doc = "The length.", min = 1, max = 1_000_000_000))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<LengthDistribution> {
        @Override
        public LengthDistribution create(MechanismCall call) {
            return new ConstantLength(call.count("tokens"));
        }
    }
}
