/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.pool;

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
 * Replaces each score by the greatest or mean one of its neighbourhood.
 *
 * <p>Source: Y. Li et al., <cite>SnapKV: LLM Knows What You are Looking for Before Generation</cite>, 2024, section 4.2.
 * <br>State: none. Cost: {@code width} operations per token, layer and head.
 */
public final class PooledScore implements Score {
    private final int width;

    PooledScore(int width) {
        this.width = width;
    }

    private double operations(KvShape shape) {
        return (double) width * shape.layers() * shape.kvHeads();
    }

    @Override
    public double stateBytesPerToken(KvShape shape) {
        return 0;
    }

    @Override
    public double stepOperationsPerToken(KvShape shape) {
        return operations(shape);
    }

    @Override
    public double stepBytesPerToken(KvShape shape) {
        return 0;
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
        return operations(shape);
    }

    /** Makes {@code pool}. */
    @Mechanism(
            name = "pool",
            engines = "kv",
            kind = MechanismKind.SCORE,
            doc = "Replaces each score of a pipeline by the greatest or mean one of its neighbourhood.",
            source = "Li et al. 2024, SnapKV: LLM Knows What You are Looking for Before Generation",
            params = {
                @Param(
                        name = "reduce",
                        type = ParamType.WORD,
                        choices = {"max", "mean"},
                        byDefault = "max",
                        doc = "Which score of the neighbourhood is taken."),
                @Param(
                        name = "width",
                        type = ParamType.COUNT,
                        byDefault = "7",
                        min = 1,
                        doc = "Tokens of a neighbourhood.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Score> {
        @Override
        public Score create(MechanismCall call) {
            return new PooledScore(Math.toIntExact(call.count("width")));
        }
    }
}
