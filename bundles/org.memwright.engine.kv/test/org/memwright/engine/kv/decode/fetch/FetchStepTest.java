/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.decode.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;
import static org.memwright.engine.kv.Runs.step;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class FetchStepTest {
    @Test
    void fetch_bringsTheChosenTokensOverTheLink() throws RunFailure {
        // 1000 + 1 values of 256 KiB go out, 100 come in for the one step.
        Measured measured = Measured.of(run().requests(1, 1000, 2)
                .store("keys", "hbm", "kv", "part", "keys")
                .store("values", "dram", "kv", "part", "values")
                .onDecode(
                        step("select", "tokens", selector("top", "tokens", "100 tokens", "by", score("landmark"))),
                        step("fetch", "store", "values")));

        assertEquals(1101 * 262144.0, measured.value("traffic(pcie)"), 1);
        assertTrue(measured.attribution("transfers over pcie") > 0);
    }

    @Test
    void fetch_needsAStoreElsewhere() {
        Runs runs = run().requests(1, 1, 1).store("cache", "hbm", "kv").onDecode(step("fetch", "store", "cache"));

        assertEquals(
                "memory design: on decode fetches 'cache', that lies in hbm already; leave out the fetch or place the"
                        + " store elsewhere",
                assertThrows(RunFailure.class, runs::go).getMessage());
    }
}
