/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;

class ValidateCommandTest {
    @TempDir
    Path folder;

    private static JsonNode run(JsonNode report, String name) throws JsonFailure {
        for (JsonNode run : report.get("runs").list()) {
            if (run.get("name").text().equals(name)) {
                return run;
            }
        }
        throw new AssertionError("no run " + name);
    }

    private static JsonNode metric(JsonNode run, String name) throws JsonFailure {
        for (JsonNode metric : run.get("metrics").list()) {
            if (metric.get("metric").text().equals(name)) {
                return metric;
            }
        }
        throw new AssertionError("no metric " + name);
    }

    @Test
    void validate_judgesAFitByShapesThatItNeverSaw() throws JsonFailure {
        MeasuredFiles.matrices(folder.resolve("some.csv"));

        Called called = Called.with("validate", folder, "--format", "json");

        assertEquals(0, called.exitCode(), called.toString());
        JsonNode error = metric(
                run(JsonNode.parse(called.out()), "some.csv"), "matrix product bf16, mean error on shapes held back");
        // 3 % noise: |exp(e) - 1| with e normal(0, 0.03) is 0.024 in the mean.
        assertTrue(error.get("error").number() > 0.015 && error.get("error").number() < 0.04, called.out());
    }

    @Test
    void validate_goesOnAfterABrokenFile() {
        Called.write(folder.resolve("broken.csv"), "gemm_dtype,m,n,k,latency,device\nbfloat16,1,2,3,fast,A100\n");
        MeasuredFiles.decodes(folder.resolve("whole.csv"));

        Called called = Called.with("validate", folder);

        assertEquals(4, called.exitCode(), called.toString());
        assertTrue(called.out().contains("broken.csv:2: latency is 'fast', must be a"), called.out());
        assertTrue(called.out().contains("decode attention bf16, mean error on shapes held back"), called.out());
    }

    @Test
    void validate_replaysAServingRun() throws JsonFailure, IOException {
        // Two requests that took 1 s to their first token and 10 ms for each of 100 more.
        Path run = Files.createDirectories(folder.resolve("night run"));
        var requests = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            double queued = 100 + i;
            requests.append("{\"input_toks\": 512, \"output_toks\": 101, \"queued_ts\": " + queued
                    + ", \"first_token_ts\": " + (queued + 1) + ", \"last_token_ts\": " + (queued + 2) + "}\n");
        }
        Called.write(run.resolve("requests.jsonl"), requests.toString());
        Called.write(run.resolve("meta.json"), """
            {"model": "meta-llama/Llama-3.1-8B", "vllm_version": "0.19.0",
             "engine_kwargs": {"tensor_parallel_size": 1, "max_num_seqs": 8, "max_num_batched_tokens": 2048},
             "kv_cache": {"num_gpu_blocks": 30000, "block_size": 16, "gpu_memory_utilization": 0.9},
             "hardware": {"device_name": "NVIDIA A100-SXM4-80GB"}}
            """);
        Called.write(run.resolve("other-simulator.txt"), "Metric vLLM Sim Diff%\nTPOT Mean 10.0 12.0 +20%\n");
        Path out = folder.resolve("report");

        Called called = Called.with("validate", folder, "--format", "json", "--out", out);

        assertEquals(0, called.exitCode(), called.toString());
        JsonNode replayed = run(JsonNode.parse(called.out()), "night run");
        assertEquals(1, metric(replayed, "ttft(mean)").get("measured").number(), 1e-9);
        JsonNode tpot = metric(replayed, "tpot(mean)");
        assertEquals(0.01, tpot.get("measured").number(), 1e-9);
        assertEquals(0.2, tpot.get("published").number(), 1e-9);
        // 16 GB of weights at 2.039 TB/s take 7.9 ms at the very least, and no batch of two takes 20 ms.
        double predicted = tpot.get("predicted").number();
        assertTrue(predicted > 0.0079 && predicted < 0.02, "tpot " + predicted);
        assertEquals(predicted / 0.01 - 1, tpot.get("error").number(), 1e-9);
        JsonNode blocks = metric(replayed, "blocks for keys and values");
        assertEquals(30000, blocks.get("measured").number());
        assertTrue(
                blocks.get("predicted").number() > 20_000
                        && blocks.get("predicted").number() < 40_000,
                called.out());
        String html = Files.readString(out.resolve("report.html"));
        assertTrue(html.contains("<h1>Predicted against measured</h1>") && html.contains("night run"));
        assertEquals(called.out(), Files.readString(out.resolve("validation.json")));
    }

    @Test
    void validate_countsHitsOfAPrefixCache() throws JsonFailure {
        // Blocks of 512 tokens: 1 2, 1 2, 1 3. With room for all, 2 + 1 of 6 are there already.
        List<String> blocks = List.of("1, 2", "1, 2", "1, 3");
        var trace = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            trace.append("{\"timestamp\": " + i + ", \"input_length\": 1024, \"output_length\": 1, \"hash_ids\": ["
                    + blocks.get(i) + "]}\n");
        }
        Called.write(folder.resolve("trace.jsonl"), trace.toString());
        Called.write(
                folder.resolve("known.tsv"),
                "trace\tcapacity_blocks(0=infinite)\tblock_prefix_hit_ratio\ttoken_prefix_hit_ratio\n"
                        + "trace.jsonl\t0\t0.5\t0.4\n");

        Called called = Called.with("validate", folder, "--format", "json");

        assertEquals(0, called.exitCode(), called.toString());
        JsonNode run = run(JsonNode.parse(called.out()), "known.tsv");
        JsonNode byBlocks = metric(run, "trace.jsonl, room for all blocks: hits by blocks");
        assertEquals(0.5, byBlocks.get("predicted").number());
        assertEquals(0, byBlocks.get("error").number());
        JsonNode byTokens = metric(run, "trace.jsonl, room for all blocks: hits by tokens");
        assertEquals(0.5 - 0.4, byTokens.get("error").number(), 1e-12);
    }

    @Test
    void validate_saysThatThereIsNothing() {
        Called called = Called.with("validate", folder);

        assertEquals(2, called.exitCode(), called.toString());
        assertTrue(called.err().contains("holds no measurement that is known"), called.err());
    }
}
