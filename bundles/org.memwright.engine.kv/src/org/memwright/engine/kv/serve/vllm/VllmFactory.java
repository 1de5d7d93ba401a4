/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.vllm;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Names {@code vllm} in the language; running it is not built yet.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, 2023.
 */
@Mechanism(
        name = "vllm",
        engines = "kv",
        kind = MechanismKind.SCHEDULER,
        doc = "Serves by the rules of a version of the vLLM engine.",
        source = "Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention",
        params = {
            @Param(name = "version", type = ParamType.VERSION, byDefault = "0.19", doc = "The version of the engine."),
            @Param(
                    name = "memory",
                    type = ParamType.RATIO,
                    byDefault = "90%",
                    min = 0,
                    max = 1,
                    doc = "The share of the device's memory that the engine uses.")
        },
        planned = true)
@ServiceProvider(MechanismFactory.class)
public final class VllmFactory implements MechanismFactory<Scheduler> {
    @Override
    public Scheduler create(MechanismCall call) {
        throw new IllegalArgumentException(
                call.position() + ": the rules of vllm are not built yet; serve with continuous() instead");
    }
}
