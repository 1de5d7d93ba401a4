/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.vllm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.serve.Reserve;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TransformerShape;

class VllmSchedulerTest {
    private static final long GIB = 1L << 30;

    /** Llama-3.1-8B: as Llama-3-8B, with a longer context. */
    private static final TransformerShape LLAMA31_8B =
            Runs.dense("Llama3_1_8B", 32, 4096, 32, 8, 14336, 128256, 131072);

    private static Scheduler vllm(Object... arguments) {
        return new VllmScheduler.Factory().create(Runs.scheduler("vllm", arguments));
    }

    /** Blocks of 16 tokens of Llama-3.1-8B on a device of that capacity. */
    private static double blocks(double capacity, Object... arguments) {
        Scheduler scheduler = vllm(arguments);
        KvShape shape = KvShape.of(LLAMA31_8B, 1, 1);
        List<Reserve> reserves = scheduler.reserves(
                new Reserve.Demand(LLAMA31_8B, shape, 1, capacity, scheduler.mostBatched(), scheduler.mostRunning()));
        double kept = reserves.stream().mapToDouble(Reserve::bytes).sum();
        return Math.floor((capacity - LLAMA31_8B.weightBytes() - kept) / (16 * 131072));
    }

    @Test
    void blocks_areThoseThatVllmReportedOnTwoDevices() {
        // Reported: 2588 on an RTX 4090 of 24 GiB, 13545 on an RTX A6000 of 48 GiB.
        assertEquals(2588, blocks(24.0 * GIB), 0.02 * 2588);
        assertEquals(13545, blocks(48.0 * GIB, "version", Runs.word("0.11"), "graphs", "none"), 0.02 * 13545);
    }

    @Test
    void fewerRequests_leaveRoomForMoreBlocks() {
        double sampled = 128.0 * 128256 * 22;

        assertEquals(sampled / (16 * 131072), blocks(24.0 * GIB, "max_running", "128") - blocks(24.0 * GIB), 1);
    }

    @Test
    void batches_arePaddedToRecordedSizes() {
        Scheduler recorded = vllm();

        double[] sizes = {1, 2, 3, 5, 8, 9, 256, 257, 512, 513};
        double[] padded = {1, 2, 4, 8, 8, 16, 256, 272, 512, 513};
        for (int i = 0; i < sizes.length; i++) {
            assertEquals(padded[i], recorded.paddedTokens(sizes[i]));
            assertEquals(sizes[i], vllm("graphs", "none").paddedTokens(sizes[i]));
        }
    }

    @Test
    void versions_differInAdmission() {
        assertTrue(vllm("version", Runs.word("0.19")).reservesPrompts());
        assertFalse(vllm("version", Runs.word("0.11")).reservesPrompts());
        String message = assertThrows(IllegalArgumentException.class, () -> vllm("version", Runs.word("0.7")))
                .getMessage();
        assertTrue(
                message.contains(
                        "the rules of vllm 0.7 are not known; those of its V1 engine are, from version 0.8 on"),
                message);
    }

    @Test
    void prompts_waitUntilTheyFitWhole() throws RunFailure {
        // Room for 100 pages of 16 tokens: one prompt of 1000 tokens fits, two do not, although the first parts of both
        // would.
        Runs runs = run().requests(2, 1000, 20).store("cache", "hbm", "pages", "capacity", "100");

        Measured whole = Measured.of(runs.serving("vllm", "max_batched", "256 tokens"));
        Measured first = Measured.of(runs.serving("vllm", "max_batched", "256 tokens", "version", Runs.word("0.11")));

        assertEquals(0, whole.value("preemptions"));
        assertTrue(whole.value("queueing(max)") > 0);
        assertTrue(first.value("preemptions") > 0);
    }

    @Test
    void report_saysWhichRulesAreModelled() throws RunFailure {
        Measured run = Measured.of(
                run().requests(1, 16, 2).store("cache", "hbm", "pages").serving("vllm", "max_running", "64"));

        assertTrue(run.hasMethod("Served by the rules of vLLM 0.19"));
        assertTrue(run.hasMethod("2048 tokens and 64 requests to an iteration"));
        assertTrue(run.hasMethod("90 % of the memory that CUDA reports"));
    }
}
