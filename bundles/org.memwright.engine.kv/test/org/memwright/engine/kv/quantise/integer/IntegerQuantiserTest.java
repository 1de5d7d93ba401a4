/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.quantise.integer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.layout;
import static org.memwright.engine.kv.Runs.quantiser;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

class IntegerQuantiserTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA2_7B, 1, 1);

    private static Quantiser make(MechanismCall call) {
        return Mechanisms.create(Quantiser.class, "kv", MechanismKind.QUANTISER, call);
    }

    @Test
    void bytesPerNumber_countScaleAndZeroPoint() {
        // 2 bits and 32 bits for each 32 numbers: 3 bits. 4 and 32/64: 4.5 bits. 8 and 32/128: 8.25 bits.
        assertEquals(3 / 8.0, make(quantiser("int2")).bytesPerNumber(SHAPE));
        assertEquals(4.5 / 8, make(quantiser("int4")).bytesPerNumber(SHAPE));
        assertEquals(8.25 / 8, make(quantiser("int8")).bytesPerNumber(SHAPE));
    }

    @Test
    void bytesPerNumber_groupsOfATokenEndWithItsHead() {
        // A head has 128 numbers, so that a group of 1000 has no more.
        assertEquals(8.25 / 8, make(quantiser("int8", "group", "1000")).bytesPerNumber(SHAPE));
        assertEquals(
                (8 + 32 / 1000.0) / 8,
                make(quantiser("int8", "per", "channel", "group", "1000")).bytesPerNumber(SHAPE));
    }

    @Test
    void groupTokens_areThoseOfAChannel() {
        assertEquals(32, make(quantiser("int2", "per", "channel")).groupTokens());
        assertEquals(1, make(quantiser("int2", "per", "token")).groupTokens());
    }

    @Test
    void residual_staysAsComputed() {
        // 200 tokens, 128 of them young; of the 72 others two groups of 32 are full, 8 wait.
        MechanismCall keys = quantiser("int2", "per", "channel", "group", "32", "residual", "128 tokens");
        Layout layout =
                Mechanisms.create(Layout.class, "kv", MechanismKind.LAYOUT, layout("kv", "keys", keys, "part", "keys"));
        StoreFormat format = layout.format(SHAPE);

        assertEquals(64, format.keys().packed(200));
        double numbers = SHAPE.numbersPerToken();
        assertEquals(64 * numbers * 3 / 8 + 136 * numbers * 2, format.bytes(200));
    }
}
