/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.pressure.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class SwapPressureTest {
    private static Runs tight() {
        return run().requests(2, 16, 32).store("cache", "hbm", "pages", "capacity", "4");
    }

    @Test
    void swap_keepsWhatWasComputed() throws RunFailure {
        Measured measured = Measured.of(tight().onFull("swap", "to", "dram"));

        assertEquals(1, measured.value("swaps"));
        assertEquals(0, measured.value("recomputed"));
        // The prompts of 16 tokens are processed once each.
        assertEquals(2 * 16 * 17 / 2.0 * 4 * 4096 * 32, measured.operations("attention (prefill)"), 1);
    }

    @Test
    void swap_fallsBackWhereTheTierIsFull() throws RunFailure {
        Measured measured =
                Measured.of(tight().on(Runs.machine(1, 1, 80L << 30, 1 << 20)).onFull("swap", "to", "dram"));

        assertEquals(0, measured.value("swaps"));
        assertEquals(1, measured.value("preemptions"));
        assertTrue(measured.hasWarning("1 times a request was computed again instead of swapped out"));
    }

    @Test
    void swap_refusesTheTierWhereRequestsRun() {
        String message = assertThrows(RunFailure.class, tight().onFull("swap", "to", "hbm")::go)
                .getMessage();
        assertEquals("memory design swaps to hbm, where its requests run; name another tier", message);
    }
}
