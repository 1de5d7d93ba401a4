/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.RunFailure;

class AttentionScoreTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA2_7B, 1, 1);

    @Test
    void state_isAnAccumulatorPerTokenLayerAndHead() {
        Score running = Score.of(score("attention"));
        assertEquals(4 * 32 * 32, running.stateBytesPerToken(SHAPE));
        assertEquals(2 * 4 * 32 * 32, running.stepBytesPerToken(SHAPE));
        assertEquals(777, running.promptQueries(777));
    }

    @Test
    void from_keepsNoState() {
        Score once = Score.of(score("attention", "from", selector("recent", "tokens", "32 tokens")));
        assertEquals(0, once.stateBytesPerToken(SHAPE));
        assertEquals(32, once.promptQueries(777));
        assertEquals(10, once.promptQueries(10));
    }

    @Test
    void prompt_isAttendedToTwice() throws RunFailure {
        // Pairs of 64 queries and the keys before them: 64 x 65 / 2 = 2080; 2 x 32 heads x 128 x 32 layers each,
        // and 2 x 32 x 32 for each of the 64 tokens.
        Measured measured = Measured.of(run().requests(1, 64, 1)
                .store("cache", "hbm", "kv")
                .keep("cache", "", selector("top", "tokens", "50%")));

        assertEquals(2080 * 2.0 * 32 * 128 * 32 + 64 * 2.0 * 32 * 32, measured.operations("ranking tokens"), 1);
    }
}
