/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode.fetch;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.decode.DecodeReads;
import org.memwright.engine.kv.decode.DecodeStep;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Brings the chosen tokens of a store to the compute unit.
 *
 * <p>Source: H. Sun et al., <cite>ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference</cite>,
 * 2024, section 4.
 *
 * @param store name of the store
 */
public record FetchStep(String store) implements DecodeStep {
    @Override
    public void applyTo(DecodeReads reads) {
        reads.fetch(store);
    }

    /** Makes {@code fetch}. */
    @Mechanism(
            name = "fetch",
            engines = "kv",
            kind = MechanismKind.ACTION,
            events = "decode",
            doc = "Brings the chosen tokens of a store in another tier to the compute unit, token by token.",
            source = "Sun et al. 2024, ShadowKV: KV Cache in Shadows for High-Throughput Long-Context LLM Inference",
            params = @Param(name = "store", type = ParamType.STORE, doc = "The store to fetch from."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<DecodeStep> {
        @Override
        public DecodeStep create(MechanismCall call) {
            return new FetchStep(call.word("store"));
        }
    }
}
