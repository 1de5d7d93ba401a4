/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.first;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.runtime.RunFailure;

class FirstSelectorTest {
    @Test
    void first_keepsTheSinksAndDropsTheRest() throws RunFailure {
        // A prompt of 100 and 9 tokens written after it: 109 come in, 4 + 16 stay.
        Measured measured = Measured.of(run().requests(1, 100, 10)
                .store("cache", "hbm", "kv")
                .keep("cache", "", selector("first", "tokens", "4 tokens"), selector("recent", "tokens", "16 tokens")));

        assertEquals(109 - 20, measured.value("evictions"));
        assertEquals(0, measured.value("moves"));
    }
}
