/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.hardware.Precision;
import org.memwright.runtime.plan.TransformerShape;

class KvShapeTest {
    @Test
    void bytesPerToken_areThePublishedOnes() {
        assertEquals(524288, KvShape.of(Runs.LLAMA2_7B, 1, 1).bytesPerToken());
        assertEquals(131072, KvShape.of(Runs.LLAMA3_8B, 1, 1).bytesPerToken());
        // OPT-30B: 48 layers, 56 heads of 128; 2 x 48 x 7168 x 2 B.
        TransformerShape opt30 = new TransformerShape(
                "OPT_30B",
                48,
                7168,
                56,
                56,
                128,
                28672,
                false,
                50272,
                2048,
                Precision.FP16,
                0,
                0,
                2050,
                7168,
                true,
                true,
                true,
                false,
                true);
        assertEquals(1376256, KvShape.of(opt30, 1, 1).bytesPerToken());
    }

    @Test
    void parameters_areThePublishedOnes() {
        assertEquals(6_738_415_616L, Runs.LLAMA2_7B.parameters());
        assertEquals(68_976_648_192L, Runs.LLAMA2_70B.parameters());
    }

    @Test
    void of_dividesHeadsAndLayers() {
        KvShape shape = KvShape.of(Runs.LLAMA2_70B, 4, 2);

        assertEquals(40, shape.layers());
        assertEquals(16, shape.heads());
        assertEquals(2, shape.kvHeads());
        assertEquals(Runs.LLAMA2_70B.keyValueNumbersPerToken() * 2 / 8.0, shape.bytesPerToken());
    }

    @Test
    void of_repeatsKeyValueHeadsWhereThereAreMoreDevices() {
        // 8 heads of keys and values over 16 devices: each has one.
        assertEquals(1, KvShape.of(Runs.LLAMA2_70B, 16, 1).kvHeads());
    }

    @Test
    void of_refusesHeadsThatDoNotDivide() {
        String message = assertThrows(IllegalArgumentException.class, () -> KvShape.of(Runs.LLAMA2_7B, 3, 1))
                .getMessage();
        assertTrue(message.startsWith("split tensor 3: Llama2_7B has 32 heads"), message);
        String layers = assertThrows(IllegalArgumentException.class, () -> KvShape.of(Runs.LLAMA2_7B, 1, 33))
                .getMessage();
        assertTrue(layers.startsWith("split pipeline 33: Llama2_7B has only 32 layers"), layers);
    }
}
