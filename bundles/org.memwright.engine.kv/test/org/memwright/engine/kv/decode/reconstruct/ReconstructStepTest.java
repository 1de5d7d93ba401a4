/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;
import static org.memwright.engine.kv.Runs.step;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class ReconstructStepTest {
    @Test
    void reconstruct_rebuildsTheChosenTokensAlone() throws RunFailure {
        // One step chooses 100 of 1001 tokens; each takes 2 x 160 x 4096 operations in 32 layers.
        Measured measured = Measured.of(run().requests(1, 1000, 2)
                .store("keys", "hbm", "low_rank", "rank", "160")
                .store("values", "dram", "kv", "part", "values")
                .onDecode(
                        step("select", "tokens", selector("top", "tokens", "100 tokens", "by", score("landmark"))),
                        step("fetch", "store", "values"),
                        step("reconstruct", "store", "keys")));

        double each = 2.0 * 160 * 4096 * 32;
        assertEquals(100 * each, measured.operations("rebuilding low-rank keys and values"), 100 * each * 1e-9);
    }

    @Test
    void reconstruct_needsALowRankStore() {
        Runs runs = run().requests(1, 1, 1).store("cache", "hbm", "kv").onDecode(step("reconstruct", "store", "cache"));

        assertEquals(
                "memory design: on decode reconstructs 'cache', that is kept whole; leave out the reconstruct or keep it"
                        + " low_rank(...)",
                assertThrows(RunFailure.class, runs::go).getMessage());
    }
}
