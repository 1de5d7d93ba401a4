/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.pressure.preempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class PreemptPressureTest {
    /** Two requests that come to 47 tokens, 3 pages each, in 4 pages. */
    private static Runs tight() {
        return run().requests(2, 16, 32).store("cache", "hbm", "pages", "capacity", "4");
    }

    @Test
    void recompute_startsTheLastOneAnew() throws RunFailure {
        // Both are admitted with a page, take a second at their 17th token and a third at their 33rd: then the last
        // gives
        // way, with 32 tokens computed. It comes back when the first is done.
        Measured measured = Measured.of(tight().onFull("preempt"));

        assertEquals(1, measured.value("preemptions"));
        assertEquals(32, measured.value("recomputed"));
        assertEquals(0, measured.value("swaps"));
        assertEquals(2, measured.value("finished"));
    }

    @Test
    void recompute_isTheDefault() throws RunFailure {
        assertEquals(1, Measured.of(tight()).value("preemptions"));
    }

    @Test
    void swap_takesTheLargestTierThatALinkLeadsTo() throws RunFailure {
        // 32 tokens of 512 KiB go to the host and come back.
        Measured measured = Measured.of(tight().onFull("preempt", "how", "swap"));

        assertEquals(1, measured.value("swaps"));
        assertEquals(0, measured.value("preemptions"));
        assertEquals(2 * 32 * 524288.0, measured.value("traffic(pcie)"));
        assertEquals(32 * 524288.0, measured.value("peak(dram)"));
        assertTrue(measured.attribution("swapping") > 0);
    }
}
