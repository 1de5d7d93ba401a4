/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;
import static org.memwright.engine.kv.Runs.step;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.runtime.RunFailure;

class SelectStepTest {
    @Test
    void select_narrowsAttentionButDropsNothing() throws RunFailure {
        // One step over 1001 tokens attends to 64 of them.
        Measured measured = Measured.of(run().requests(1, 1000, 2)
                .store("cache", "hbm", "kv")
                .onDecode(step("select", "tokens", selector("top", "tokens", "64 tokens", "by", score("landmark")))));

        assertEquals(64 * 4 * 4096.0 * 32, measured.operations("attention (decode)"), 1e3);
        assertEquals(0, measured.value("evictions"));
    }
}
