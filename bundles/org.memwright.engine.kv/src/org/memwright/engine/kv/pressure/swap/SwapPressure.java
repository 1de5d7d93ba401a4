/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.pressure.swap;

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
 * Moves the keys and values of the request that was admitted last to a tier, and back when there is room.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, 2023, section 4.5.
 *
 * @param to name of the tier
 */
public record SwapPressure(String to) implements Pressure {
    @Override
    public Way way() {
        return Way.SWAP;
    }

    @Override
    public Optional<String> tier() {
        return Optional.of(to);
    }

    /** Makes {@code swap}. */
    @Mechanism(
            name = "swap",
            engines = "kv",
            kind = MechanismKind.ACTION,
            events = "full",
            doc =
                    "Moves the keys and values of the request that was admitted last to a tier, and back when there is room.",
            source = "Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention",
            params = @Param(name = "to", type = ParamType.TIER, doc = "The tier that takes them."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Pressure> {
        @Override
        public Pressure create(MechanismCall call) {
            return new SwapPressure(call.word("to"));
        }
    }
}
