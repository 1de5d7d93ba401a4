/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.Value;

class PooledScoreTest {
    private static final KvShape SHAPE = KvShape.of(Runs.LLAMA2_7B, 1, 1);

    @Test
    void pool_takesAnOperationPerNeighbour() {
        assertEquals(7 * 32 * 32, Score.of(score("pool")).promptOperationsPerToken(SHAPE));
        assertEquals(5 * 32 * 32, Score.of(score("pool", "width", "5")).stepOperationsPerToken(SHAPE));
    }

    @Test
    void pipeline_addsUpItsStages() {
        Score snap = Score.of(new Value.Pipeline(
                List.of(score("attention", "from", selector("recent", "tokens", "32 tokens")), score("pool"))));

        assertEquals(2 * 32 * 32 + 7 * 32 * 32, snap.promptOperationsPerToken(SHAPE));
        assertEquals(32, snap.promptQueries(1000));
        assertEquals(0, snap.stateBytesPerToken(SHAPE));
    }
}
