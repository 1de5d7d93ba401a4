/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.quantise.floating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.quantiser;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

class FloatingQuantiserTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA3_8B, 1, 1);

    private static Quantiser make(MechanismCall call) {
        return Mechanisms.create(Quantiser.class, "kv", MechanismKind.QUANTISER, call);
    }

    @Test
    void bytesPerNumber_isOneAndTheScale() {
        assertEquals(1, make(quantiser("fp8")).bytesPerNumber(SHAPE));
        assertEquals(1.25, make(quantiser("fp8", "per", "token", "group", "16")).bytesPerNumber(SHAPE));
    }

    @Test
    void groupTokens_areThoseOfAChannel() {
        assertEquals(1, make(quantiser("fp8")).groupTokens());
        assertEquals(64, make(quantiser("fp8", "per", "channel", "group", "64")).groupTokens());
    }
}
