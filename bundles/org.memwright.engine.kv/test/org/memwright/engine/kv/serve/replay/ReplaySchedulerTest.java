/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.runtime.RunFailure;

class ReplaySchedulerTest {
    @Test
    void replay_servesOneByOne() throws RunFailure {
        Measured measured = Measured.of(
                run().requests(5, 20, 4).store("cache", "hbm", "pages").serving("replay"));

        assertEquals(1, measured.value("batch_size(max)"));
        assertEquals(5 * 4, measured.value("iterations"));
        assertEquals(0, measured.value("queueing(max)"));
        assertEquals(measured.value("makespan"), 5 * measured.value("latency"), 1e-9);
    }
}
