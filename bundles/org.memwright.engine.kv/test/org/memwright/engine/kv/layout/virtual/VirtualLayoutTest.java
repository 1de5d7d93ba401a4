/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.layout;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.RunFailure;

class VirtualLayoutTest {
    @Test
    void pageTokens_areThoseOfOneLayerAndPart() {
        // A token of Llama-2-7B leaves 4096 fp16 keys in a layer: 8 KiB, so that 2 MiB hold 256 tokens.
        KvShape shape = KvShape.of(Runs.LLAMA2_7B, 1, 1);
        var layout = (VirtualLayout) new VirtualLayout.Factory().create(layout("virtual"));

        assertEquals(256, layout.pageTokens(shape, layout.format(shape)));
    }

    @Test
    void virtual_allocatesAPageForEveryLayerAndPart() throws RunFailure {
        // 100 tokens: one page of 2 MiB in each of 64 buffers, of which 100 of 256 tokens are filled.
        Measured measured = Measured.of(run().requests(1, 100, 1).store("cache", "hbm", "virtual"));

        assertEquals(1 - 100 / 256.0, measured.value("fragmentation"), 1e-12);
    }

    @Test
    void virtual_refusesPagesSmallerThanAToken() {
        String message = assertThrows(
                        RunFailure.class, run().requests(1, 1, 1).store("cache", "hbm", "virtual", "page", "4 KiB")::go)
                .getMessage();
        assertTrue(message.startsWith("store 'cache' maps pages of 4 KiB, less than one token"), message);
    }
}
