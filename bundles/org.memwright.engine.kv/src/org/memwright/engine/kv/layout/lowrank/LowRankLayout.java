/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.lowrank;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.layout.Allocator;
import org.memwright.engine.kv.layout.ExtentAllocator;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.Part;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.layout.TokenFormat;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps a matrix {@code [tokens, kvHeads x headDim]} of each layer as rows {@code [tokens, rank]} and a basis
 * {@code [rank, kvHeads x headDim]}.
 *
 * <p>Source: H. Sun et al., <cite>ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference</cite>,
 * 2024, section 4.1; decomposed as in N. Halko, P.-G. Martinsson, J. A. Tropp, <cite>Finding Structure with
 * Randomness</cite>, 2011.
 * <br>Cost: a prompt of n tokens takes {@code 4 n D r + 2 n r^2} operations per layer to decompose, a token
 * {@code 2 r D} to rebuild, with D numbers per token and rank r.
 * <br>Differs: generated tokens are projected on the prompt's basis; the paper keeps them whole.
 */
public final class LowRankLayout implements Layout {
    private final Part part;
    private final int rank;
    private final Reach reach;

    LowRankLayout(Part part, int rank, Reach reach) {
        this.part = part;
        this.rank = rank;
        this.reach = reach;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public StoreFormat format(KvShape shape) {
        if (rank > shape.numbersPerLayer()) {
            throw new IllegalArgumentException("low_rank: rank is " + rank + ", must be at most the "
                    + shape.numbersPerLayer() + " numbers that a token leaves in a layer");
        }
        double row = (double) shape.layers() * rank * shape.precision().bytes();
        double basis = row * shape.numbersPerLayer();
        var format = new TokenFormat(row, row, 1, 0, basis);
        return new StoreFormat(
                part.holdsKeys() ? format : TokenFormat.NONE, part.holdsValues() ? format : TokenFormat.NONE);
    }

    @Override
    public Reach reach() {
        return reach;
    }

    @Override
    public double reconstructionOperations(KvShape shape) {
        return part.count() * 2.0 * rank * shape.numbersPerToken();
    }

    @Override
    public double promptOperations(KvShape shape, int promptTokens) {
        double perToken = 4.0 * rank * shape.numbersPerToken() + 2.0 * rank * rank * shape.layers();
        return part.count() * perToken * promptTokens;
    }

    @Override
    public Allocator allocator(Demand demand) {
        return new ExtentAllocator(
                demand.format(), demand.arena(), demand.requests().count());
    }

    /** Makes {@code low_rank}. */
    @Mechanism(
            name = "low_rank",
            engines = "kv",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps keys or values as one short row per token and one basis per sequence.",
            source = "Sun et al. 2024, ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference",
            params = {
                @Param(
                        name = "part",
                        type = ParamType.WORD,
                        choices = {"keys", "values", "both"},
                        byDefault = "keys",
                        doc = "Whether the store holds keys, values or both."),
                @Param(
                        name = "rank",
                        type = ParamType.COUNT,
                        min = 1,
                        doc = "Numbers of a row, per layer; at most those that a token leaves."),
                @Param(
                        name = "reserve",
                        type = ParamType.WORD,
                        choices = {"context", "request"},
                        byDefault = "context",
                        doc =
                                "Whether bytes are reserved for the longest sequence of the model, or for what the request will reach, as if that were known.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new LowRankLayout(
                    Part.of(call.word("part")),
                    Math.toIntExact(call.count("rank")),
                    call.word("reserve").equals("context") ? Reach.CONTEXT : Reach.REQUEST);
        }
    }
}
