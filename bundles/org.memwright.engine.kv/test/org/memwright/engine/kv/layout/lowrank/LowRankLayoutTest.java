/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.lowrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.layout;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.RunFailure;

class LowRankLayoutTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA3_8B, 1, 1);

    private static Layout make(Object... arguments) {
        return new LowRankLayout.Factory().create(layout("low_rank", arguments));
    }

    @Test
    void format_isRowsAndABasis() {
        // 32 layers; a row of 160 fp16 numbers is 320 B, the basis [160, 1024] 327680 B.
        assertEquals(
                32 * (1000 * 320.0 + 327680.0),
                make("rank", "160").format(SHAPE).bytes(1000));
    }

    @Test
    void operations_areThoseOfThinProducts() {
        Layout layout = make("rank", "160");
        // Rebuilding a token: 2 x 160 x 1024 in each of 32 layers.
        assertEquals(2 * 160 * 1024.0 * 32, layout.reconstructionOperations(SHAPE));
        // Decomposing n tokens: 4 n D r + 2 n r^2 in each layer.
        assertEquals(32 * (4 * 100.0 * 1024 * 160 + 2 * 100.0 * 160 * 160), layout.promptOperations(SHAPE, 100));
    }

    @Test
    void format_refusesARankAboveTheWidth() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> make("rank", "2000").format(SHAPE))
                .getMessage();
        assertEquals(
                "low_rank: rank is 2000, must be at most the 1024 numbers that a token leaves in a layer", message);
    }

    @Test
    void run_rebuildsWhatAttentionReads() throws RunFailure {
        // The prompt of 100 tokens gives the first token; the one step attends to 101 of them.
        Measured measured = Measured.of(run().model(Runs.LLAMA3_8B)
                .requests(1, 100, 2)
                .store("keys", "hbm", "low_rank", "rank", "160")
                .store("values", "hbm", "kv", "part", "values"));

        assertEquals(101 * 2 * 160 * 1024.0 * 32, measured.operations("rebuilding low-rank keys and values"), 1);
        assertEquals(
                32 * (4 * 100.0 * 1024 * 160 + 2 * 100.0 * 160 * 160), measured.operations("decomposing prompts"), 1);
        assertTrue(measured.hasGap("store keys keeps a low-rank form"));
    }
}
