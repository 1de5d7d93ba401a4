/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.virtual;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.layout.Allocator;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.PageAllocator;
import org.memwright.engine.kv.layout.Part;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.layout.TokenFormat;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.units.Bytes;

/**
 * Maps physical pages under the keys and values of each layer, one buffer each, as tokens arrive.
 *
 * <p>Source: R. Prabhu et al., <cite>vAttention: Dynamic Memory Management for Serving LLMs without
 * PagedAttention</cite>, 2024, section 5.
 * <br>Shape: a request has {@code 2 x layers} buffers; a page of each holds the same tokens.
 * <br>Units: Llama-2-7B at fp16 with pages of 2 MiB: 256 tokens a page, 128 MiB over all buffers.
 * <br>Assumes: mapping goes on in the background of the iteration before, as in section 6.1, and takes no time of its own.
 */
public final class VirtualLayout implements Layout {
    private final long page;
    private final Optional<Quantiser> keys;
    private final Optional<Quantiser> values;

    VirtualLayout(long page, Optional<Quantiser> keys, Optional<Quantiser> values) {
        this.page = page;
        this.keys = keys;
        this.values = values;
    }

    @Override
    public Part part() {
        return Part.BOTH;
    }

    @Override
    public StoreFormat format(KvShape shape) {
        return new StoreFormat(TokenFormat.of(shape, keys), TokenFormat.of(shape, values));
    }

    @Override
    public Reach reach() {
        return Reach.NONE;
    }

    @Override
    public void requireHoldable(String store, StoreFormat format, boolean entry) {
        if (!format.isUniform()) {
            throw new IllegalArgumentException("store '" + store + "' maps pages under tokens that take "
                    + "different bytes before and after their group is full; quantise per token, or use kv()");
        }
    }

    /** Tokens whose keys, or values, of one layer a page holds; the larger of the two decides. */
    int pageTokens(KvShape shape, StoreFormat format) {
        double token = Math.max(format.keys().packedBytes(), format.values().packedBytes()) + format.stateBytes() / 2;
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(page / (token / shape.layers())));
    }

    @Override
    public Allocator allocator(Demand demand) {
        int tokens = pageTokens(demand.shape(), demand.format());
        if (tokens < 1) {
            throw new IllegalArgumentException("store '" + demand.store() + "' maps pages of " + Bytes.format(page)
                    + ", less than one token of one layer takes; use pages of 2 MiB, the size that GPUs map");
        }
        long group = (long) Part.BOTH.count() * demand.shape().layers() * page;
        return new PageAllocator(
                demand.format(),
                demand.arena(),
                tokens,
                group,
                Long.MAX_VALUE,
                demand.requests().count());
    }

    /** Makes {@code virtual}. */
    @Mechanism(
            name = "virtual",
            engines = "kv",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps keys and values contiguous in virtual memory and maps pages under them as they grow.",
            source =
                    "Prabhu et al. 2024, vAttention: Dynamic Memory Management for Serving LLMs without PagedAttention",
            params = {
                @Param(
                        name = "page",
                        type = ParamType.BYTES,
                        byDefault = "2 MiB",
                        min = 1,
                        doc = "Bytes that the device maps at once."),
                @Param(
                        name = "keys",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.QUANTISER,
                        byDefault = Param.NONE,
                        doc = "How keys are quantised; as computed without it."),
                @Param(
                        name = "values",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.QUANTISER,
                        byDefault = Param.NONE,
                        doc = "How values are quantised; as computed without it.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new VirtualLayout(call.count("page"), Quantiser.of(call, "keys"), Quantiser.of(call, "values"));
        }
    }
}
