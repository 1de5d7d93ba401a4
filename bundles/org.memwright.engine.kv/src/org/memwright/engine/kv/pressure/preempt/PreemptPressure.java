/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.pressure.preempt;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.pressure.Pressure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Takes the request that was admitted last out of service.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, 2023, section 4.5.
 *
 * @param way whether its keys and values are computed again or moved away and back
 */
public record PreemptPressure(Way way) implements Pressure {
    @Override
    public Optional<String> tier() {
        return Optional.empty();
    }

    /** Makes {@code preempt}. */
    @Mechanism(
            name = "preempt",
            engines = "kv",
            kind = MechanismKind.ACTION,
            events = "full",
            doc = "Takes the request that was admitted last out of service until there is room again.",
            source = "Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention",
            params =
                    @Param(
                            name = "how",
                            type = ParamType.WORD,
                            choices = {"recompute", "swap"},
                            byDefault = "recompute",
                            doc = "Whether its keys and values are computed again, or moved to another tier and back."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Pressure> {
        @Override
        public Pressure create(MechanismCall call) {
            return new PreemptPressure(call.word("how").equals("swap") ? Way.SWAP : Way.RECOMPUTE);
        }
    }
}
