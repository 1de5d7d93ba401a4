/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode.select;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.decode.DecodeReads;
import org.memwright.engine.kv.decode.DecodeStep;
import org.memwright.engine.kv.retain.Selector;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Attends to chosen tokens alone.
 *
 * <p>Source: J. Tang et al., <cite>Quest: Query-Aware Sparsity for Efficient Long-Context LLM Inference</cite>, 2024.
 *
 * @param tokens what chooses them
 */
public record SelectStep(Selector tokens) implements DecodeStep {
    @Override
    public void applyTo(DecodeReads reads) {
        reads.select(tokens);
    }

    /** Makes {@code select}. */
    @Mechanism(
            name = "select",
            engines = "kv",
            kind = MechanismKind.ACTION,
            events = "decode",
            doc = "Attends to chosen tokens alone; the others stay for the next step.",
            source = "Tang et al. 2024, Quest: Query-Aware Sparsity for Efficient Long-Context LLM Inference",
            params =
                    @Param(
                            name = "tokens",
                            type = ParamType.MECHANISM,
                            kinds = MechanismKind.SELECTOR,
                            doc = "What chooses them."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<DecodeStep> {
        @Override
        public DecodeStep create(MechanismCall call) {
            return new SelectStep(Mechanisms.create(Selector.class, "kv", MechanismKind.SELECTOR, call.call("tokens")));
        }
    }
}
