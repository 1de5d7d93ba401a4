/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.runtime.RunFailure;

class RecentSelectorTest {
    @Test
    void recent_boundsWhatAStepReads() throws RunFailure {
        // Each of the 9 steps attends to 50 tokens: 4 x 4096 operations a token and layer.
        Measured measured = Measured.of(run().requests(1, 100, 10)
                .store("cache", "hbm", "kv")
                .keep("cache", "", selector("recent", "tokens", "50 tokens")));

        assertEquals(9 * 50 * 4 * 4096.0 * 32, measured.operations("attention (decode)"), 1);
        assertEquals(109 - 50, measured.value("evictions"));
    }
}
