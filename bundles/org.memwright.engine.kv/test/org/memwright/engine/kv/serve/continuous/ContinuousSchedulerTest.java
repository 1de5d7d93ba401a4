/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.amount;
import static org.memwright.engine.kv.Runs.length;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class ContinuousSchedulerTest {
    private static Runs load() {
        return run().store("cache", "hbm", "pages");
    }

    @Test
    void chunked_fillsTheBudgetWithPieces() throws RunFailure {
        // Two prompts of 150 in batches of 100 tokens: [100] [50 + 50] [1 + 99] ends the first request; the last token
        // of
        // the second prompt [1] and its second token [1] follow.
        Measured measured = Measured.of(load().requests(2, 150, 2).serving("continuous", "max_batched", "100 tokens"));

        assertEquals(5, measured.value("iterations"));
        assertEquals(2, measured.value("finished"));
    }

    @Test
    void first_processesPromptsBeforeItGenerates() throws RunFailure {
        // Both prompts of 50 in one iteration, then two steps for both.
        Measured measured = Measured.of(
                load().requests(2, 50, 3).serving("continuous", "prefill", "first", "max_batched", "100 tokens"));

        assertEquals(3, measured.value("iterations"));
        assertEquals(2, measured.value("batch_size(min)"));
    }

    @Test
    void first_takesPromptsThatFitTheBatchAndLetsOthersWait() throws RunFailure {
        // Prompts of 80 in batches of 100: one each, then two steps for both.
        Measured measured = Measured.of(
                load().requests(2, 80, 3).serving("continuous", "prefill", "first", "max_batched", "100 tokens"));

        assertEquals(4, measured.value("iterations"));
    }

    @Test
    void mixed_takesAWholePromptBesideASteps() throws RunFailure {
        // [80] [1 + 80] [1 + 1] [1]: the second prompt joins the first request's second token.
        Measured measured = Measured.of(
                load().requests(2, 80, 3).serving("continuous", "prefill", "mixed", "max_batched", "100 tokens"));

        assertEquals(4, measured.value("iterations"));
        assertEquals(1, measured.value("batch_size(min)"));
    }

    @Test
    void mixed_takesAPromptThatNoBatchHasRoomFor() throws RunFailure {
        Measured measured = Measured.of(
                load().requests(2, 500, 1).serving("continuous", "prefill", "mixed", "max_batched", "100 tokens"));

        assertEquals(2, measured.value("iterations"));
    }

    @Test
    void batch_limitsTheRequestsThatRun() throws RunFailure {
        assertEquals(
                3,
                Measured.of(load().requests(10, 20, 5).serving("continuous", "batch", "3"))
                        .value("batch_size(max)"));
        assertEquals(
                5,
                Measured.of(load().requests(10, 20, 5).serving("continuous", "max_running", "5"))
                        .value("batch_size(max)"));
    }

    @Test
    void shortest_letsShortPromptsPass() throws RunFailure {
        Runs mixture = load().workload("requests", amount("200"))
                .workload("prompt", length("uniform", "min", "10 tokens", "max", "4000 tokens"))
                .workload("output", amount("2 tokens"));
        double fcfs = Measured.of(mixture.serving("continuous")).value("ttft(p50)");
        double shortest =
                Measured.of(mixture.serving("continuous", "order", "shortest")).value("ttft(p50)");

        assertTrue(shortest < fcfs, shortest + " < " + fcfs);
    }

    @Test
    void host_timeIsPartOfEveryIteration() throws RunFailure {
        double with = Measured.of(load().requests(1, 10, 10).serving("continuous", "host", "2 ms"))
                .value("makespan");
        double without = Measured.of(load().requests(1, 10, 10).serving("continuous", "host", "0 s"))
                .value("makespan");

        assertEquals(10 * 2e-3, with - without, 20e-9);
    }
}
