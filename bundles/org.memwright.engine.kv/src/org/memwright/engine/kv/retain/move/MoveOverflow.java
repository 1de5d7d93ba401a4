/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.move;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.retain.Overflow;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Moves tokens to another store, or to a store of the same layout in another tier.
 *
 * <p>Source: J. Y. Yang et al., <cite>No Token Left Behind: Reliable KV Cache Compression via Importance-Aware
 * Mixed Precision Quantization</cite>, 2024 (MiKV).
 *
 * @param to name of the store or tier
 */
public record MoveOverflow(String to) implements Overflow {
    @Override
    public Optional<String> place() {
        return Optional.of(to);
    }

    /** Makes {@code move}. */
    @Mechanism(
            name = "move",
            engines = "kv",
            kind = MechanismKind.OVERFLOW,
            doc = "Moves tokens that a store does not keep to another store, or to the same layout in another tier.",
            source = "Yang et al. 2024, No Token Left Behind: Reliable KV Cache Compression (MiKV)",
            params = @Param(name = "to", type = ParamType.PLACE, doc = "The store or tier that takes them."))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Overflow> {
        @Override
        public Overflow create(MechanismCall call) {
            return new MoveOverflow(call.word("to"));
        }
    }
}
