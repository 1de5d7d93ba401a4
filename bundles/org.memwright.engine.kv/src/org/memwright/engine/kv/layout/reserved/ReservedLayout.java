/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.reserved;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.layout.Allocator;
import org.memwright.engine.kv.layout.ExtentAllocator;
import org.memwright.engine.kv.layout.Layout;
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

/**
 * Reserves the bytes of the longest sequence, contiguously, when a request is admitted.
 *
 * <p>Source: G.-I. Yu et al., <cite>Orca: A Distributed Serving System for Transformer-Based Generative Models</cite>,
 * 2022; as W. Kwon et al., 2023, figure 2, measure it.
 * <br>Units: bytes of a token are {@code 2 x layers x kvHeads x headDim x bytes per number}.
 */
public final class ReservedLayout implements Layout {
    private final Part part;
    private final Optional<Quantiser> keys;
    private final Optional<Quantiser> values;
    private final Reach reach;

    ReservedLayout(Part part, Optional<Quantiser> keys, Optional<Quantiser> values, Reach reach) {
        this.part = part;
        this.keys = keys;
        this.values = values;
        this.reach = reach;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public StoreFormat format(KvShape shape) {
        return new StoreFormat(
                part.holdsKeys() ? TokenFormat.of(shape, keys) : TokenFormat.NONE,
                part.holdsValues() ? TokenFormat.of(shape, values) : TokenFormat.NONE);
    }

    @Override
    public Reach reach() {
        return reach;
    }

    @Override
    public Allocator allocator(Demand demand) {
        return new ExtentAllocator(
                demand.format(), demand.arena(), demand.requests().count());
    }

    /** Makes {@code kv}. */
    @Mechanism(
            name = "kv",
            engines = "kv",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps keys and values in one contiguous piece per request, reserved for its greatest length.",
            source = "Yu et al. 2022, Orca: A Distributed Serving System for Transformer-Based Generative Models",
            params = {
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
                        doc = "How values are quantised; as computed without it."),
                @Param(
                        name = "part",
                        type = ParamType.WORD,
                        choices = {"both", "keys", "values"},
                        byDefault = "both",
                        doc = "Whether the store holds keys, values or both."),
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
            return new ReservedLayout(
                    Part.of(call.word("part")),
                    Quantiser.of(call, "keys"),
                    Quantiser.of(call, "values"),
                    call.word("reserve").equals("context") ? Reach.CONTEXT : Reach.REQUEST);
        }
    }
}
