/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.drop;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.retain.Overflow;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * Drops tokens.
 *
 * <p>Source: Z. Liu et al., <cite>Scissorhands: Exploiting the Persistence of Importance Hypothesis for LLM KV Cache
 * Compression at Test Time</cite>, 2023.
 */
public record DropOverflow() implements Overflow {
    @Override
    public Optional<String> place() {
        return Optional.empty();
    }

    /** Makes {@code drop}. */
    @Mechanism(
            name = "drop",
            engines = "kv",
            kind = MechanismKind.OVERFLOW,
            doc = "Drops tokens that a store does not keep; the default.",
            source = "Liu et al. 2023, Scissorhands: Persistence of Importance for LLM KV Cache Compression")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Overflow> {
        @Override
        public Overflow create(MechanismCall call) {
            return new DropOverflow();
        }
    }
}
