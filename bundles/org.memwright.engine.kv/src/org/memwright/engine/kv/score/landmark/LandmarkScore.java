/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.landmark;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Ranks chunks of tokens by the product of the query and the mean of the chunk's keys.
 *
 * <p>Source: H. Sun et al., <cite>ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference</cite>,
 * 2024, section 4.2.
 * <br>State: one key per chunk, layer and head of keys. Cost: a step reads all landmarks and multiplies each with every
 * query; a prompt is averaged once.
 * <br>Differs: the few outlier chunks that the paper keeps whole are not counted.
 */
public final class LandmarkScore implements Score {
    private final int chunk;

    LandmarkScore(int chunk) {
        this.chunk = chunk;
    }

    @Override
    public double stateBytesPerToken(KvShape shape) {
        return (double) shape.numbersPerToken() * shape.precision().bytes() / chunk;
    }

    @Override
    public double stepOperationsPerToken(KvShape shape) {
        return 2.0 * shape.layers() * shape.heads() * shape.headDim() / chunk;
    }

    @Override
    public double stepBytesPerToken(KvShape shape) {
        return stateBytesPerToken(shape);
    }

    @Override
    public boolean readsKeys() {
        return false;
    }

    @Override
    public double promptQueries(int promptTokens) {
        return 0;
    }

    @Override
    public double promptOperationsPerToken(KvShape shape) {
        return shape.numbersPerToken();
    }

    /** Makes {@code landmark}. */
    @Mechanism(
            name = "landmark",
            engines = "kv",
            kind = MechanismKind.SCORE,
            doc = "Ranks chunks of tokens by the product of the query and the mean of the chunk's keys.",
            source = "Sun et al. 2024, ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference",
            params =
                    @Param(
                            name = "chunk",
                            type = ParamType.TOKENS,
                            byDefault = "8 tokens",
                            min = 1,
                            doc = "Tokens that have a landmark in common."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Score> {
        @Override
        public Score create(MechanismCall call) {
            return new LandmarkScore(Math.toIntExact(call.count("chunk")));
        }
    }
}
