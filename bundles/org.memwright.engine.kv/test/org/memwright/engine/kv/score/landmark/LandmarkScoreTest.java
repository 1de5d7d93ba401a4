/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.memwright.engine.kv.Runs.score;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;

class LandmarkScoreTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA3_8B, 1, 1);

    @Test
    void landmark_keepsOneKeyPerChunk() {
        // Keys of a token take 32 x 8 x 128 x 2 B = 65536 B; a chunk of 8 tokens has one.
        Score score = Score.of(score("landmark"));
        assertEquals(8192, score.stateBytesPerToken(SHAPE));
        assertEquals(8192, score.stepBytesPerToken(SHAPE));
        assertFalse(score.readsKeys());
    }

    @Test
    void landmark_multipliesEveryQueryWithEveryLandmark() {
        // 32 heads of 128 in 32 layers, 2 operations a number, one landmark in 16 tokens.
        assertEquals(
                2.0 * 32 * 128 * 32 / 16,
                Score.of(score("landmark", "chunk", "16 tokens")).stepOperationsPerToken(SHAPE));
    }
}
