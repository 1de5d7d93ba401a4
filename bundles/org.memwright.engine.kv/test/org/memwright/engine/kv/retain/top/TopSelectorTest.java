/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class TopSelectorTest {
    private static Runs h2o(String share) {
        return run().requests(4, 1000, 100)
                .store("cache", "hbm", "kv")
                .keep("cache", "", selector("recent", "tokens", share), selector("top", "tokens", share));
    }

    @Test
    void top_keepsItsShareBesideTheRecentOnes() throws RunFailure {
        // 1099 tokens come in, 20 % of them, 219.8, stay.
        Measured measured = Measured.of(h2o("10%"));

        assertEquals(4 * (1099 - 220), measured.value("evictions"));
        assertTrue(measured.hasGap("store cache drops tokens"));
        // 20 % of the context's 4096 tokens, rounded up, with 4 KiB of score each.
        assertEquals(820 * (524288.0 + 4096) / 4096, measured.value("kv_bytes_per_token"), 1e-6);
    }

    @Test
    void keep_ranksByOneScore() {
        Runs runs = run().requests(1, 10, 1)
                .store("cache", "hbm", "kv")
                .keep("cache", "", selector("top", "tokens", "10%"), selector("top", "tokens", "20%"));

        String message = assertThrows(RunFailure.class, runs::go).getMessage();
        assertTrue(message.contains("keep cache ranks by two scores"), message);
    }
}
