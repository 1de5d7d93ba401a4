/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.vllm;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class VllmFactoryTest {
    @Test
    void vllm_saysThatItIsPlanned() {
        Runs runs = run().requests(1, 1, 1).store("cache", "hbm", "pages").serving("vllm");

        String message = assertThrows(RunFailure.class, runs::go).getMessage();
        assertTrue(message.contains("vllm may be written but not run yet: it is planned"), message);
    }
}
