/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;

class AmountTest {
    private static Amount amount(String text) {
        return Amount.of(selector("recent", "tokens", text), "tokens");
    }

    @Test
    void of_tellsTokensFromRatios() {
        assertEquals(new Amount(1024, 0), amount("1024 tokens"));
        assertEquals(new Amount(0, 0.2), amount("20%"));
        assertEquals(new Amount(0, 0.2), amount("0.2"));
        assertEquals(new Amount(128, 0), amount("128"));
        assertEquals(new Amount(0, 1), amount("100%"));
    }

    @Test
    void of_refusesMoreThanAll() {
        assertEquals(
                ":0:0: recent: tokens is 120%, must be at most 100%",
                assertThrows(IllegalArgumentException.class, () -> amount("120%"))
                        .getMessage());
    }

    @Test
    void plus_roundsSharesUpOnce() {
        // 10 % and 10 % of 11 tokens are 2.2, kept as 3; rounded one by one they would be 4.
        Amount both = new Amount(0, 0.1).plus(new Amount(0, 0.1));
        assertEquals(3, both.of(11));
        assertEquals(1, both.of(1));
        assertEquals(0, both.of(0));
    }

    @Test
    void of_neverGrowsFasterThanTheSequence() {
        Amount amount = new Amount(4, 0.7).plus(new Amount(0, 0.3));
        for (int tokens = 1; tokens < 1000; tokens++) {
            int more = amount.of(tokens) - amount.of(tokens - 1);
            assertEquals(more, Math.clamp(more, 0, 1), "at " + tokens);
        }
    }
}
