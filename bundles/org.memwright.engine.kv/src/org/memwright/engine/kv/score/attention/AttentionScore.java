/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.attention;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.retain.Selector;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Ranks a token by the attention that queries have paid to it.
 *
 * <p>Source: Z. Zhang et al., <cite>H2O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language
 * Models</cite>, 2023, section 4; with {@code from}, Y. Li et al., <cite>SnapKV</cite>, 2024, section 4.
 * <br>State: without {@code from}, one 32-bit accumulator per token, layer and head of keys.
 * <br>Cost: at each step, one addition and one comparison per candidate and head; after a prompt, the product of the queries
 * and all keys again, since fused attention does not write its weights.
 */
public final class AttentionScore implements Score {
    private static final double ACCUMULATOR_BYTES = 4;

    private final @Nullable Selector from;

    /** @param from the queries that count; null for all */
    AttentionScore(@Nullable Selector from) {
        this.from = from;
    }

    private boolean isRunning() {
        return from == null;
    }

    @Override
    public double stateBytesPerToken(KvShape shape) {
        return isRunning() ? ACCUMULATOR_BYTES * shape.layers() * shape.kvHeads() : 0;
    }

    @Override
    public double stepOperationsPerToken(KvShape shape) {
        return isRunning() ? 2.0 * shape.layers() * shape.kvHeads() : 0;
    }

    @Override
    public double stepBytesPerToken(KvShape shape) {
        return 2 * stateBytesPerToken(shape);
    }

    @Override
    public boolean readsKeys() {
        return true;
    }

    @Override
    public double promptQueries(int promptTokens) {
        return from == null ? promptTokens : from.kept(promptTokens);
    }

    @Override
    public double promptOperationsPerToken(KvShape shape) {
        return 2.0 * shape.layers() * shape.kvHeads();
    }

    /** Makes {@code attention}. */
    @Mechanism(
            name = "attention",
            engines = "kv",
            kind = MechanismKind.SCORE,
            doc = "Ranks a token by the attention that queries have paid to it.",
            source = "Zhang et al. 2023, H2O: Heavy-Hitter Oracle for Efficient Generative Inference of LLMs",
            params = {
                @Param(
                        name = "reduce",
                        type = ParamType.WORD,
                        choices = {"sum", "mean", "max"},
                        byDefault = "sum",
                        doc = "How the attention of several queries becomes one score."),
                @Param(
                        name = "from",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.SELECTOR,
                        byDefault = Param.NONE,
                        doc = "The queries that count; without it all do, and their sum is carried along.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Score> {
        @Override
        public Score create(MechanismCall call) {
            Selector from = call.argument("from").isEmpty()
                    ? null
                    : Mechanisms.create(Selector.class, "kv", MechanismKind.SELECTOR, call.call("from"));
            return new AttentionScore(from);
        }
    }
}
