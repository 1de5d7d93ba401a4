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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;

/** Runs of an engine whose power or prefix cache was watched, as folders that the test makes. */
class ValidateEngineRunsTest {
    @TempDir
    Path folder;

    private static JsonNode metric(JsonNode run, String name) throws JsonFailure {
        for (JsonNode metric : run.get("metrics").list()) {
            if (metric.get("metric").text().equals(name)) {
                return metric;
            }
        }
        throw new AssertionError("no metric " + name);
    }

    /** A request of 64 tokens, of which the first ones are those of all others. */
    private static String request(int number, int arrivalSeconds, int alike, int output) {
        String ids = IntStream.range(0, 64)
                .mapToObj(i -> Integer.toString(i < alike ? i : 1000 * number + i))
                .collect(Collectors.joining(", "));
        return "{\"input_toks\": 64, \"output_toks\": " + output + ", \"arrival_time_ns\": " + arrivalSeconds
                + "000000000, \"input_tok_ids\": [" + ids + "]}\n";
    }

    @Test
    void powerRun_isJudgedOnTheCyclesAfterTheFirst() throws JsonFailure, IOException {
        Path run = Files.createDirectories(folder.resolve("A6000 power"));
        // A token takes 10 ms or so on an A100, so that 300 of them take 3 to 4 s; the engine works for that in every
        // minute.
        Called.write(
                run.resolve("workload.jsonl"),
                request(1, 2, 0, 160) + request(2, 62, 0, 160) + request(3, 122, 0, 160));
        Called.write(
                run.resolve("engine.log"),
                "Initializing a V1 LLM engine (v0.11.1) with config: model='meta-llama/Llama-3.1-8B',"
                        + " enforce_eager=True\n"
                        + "GPU KV cache size: 216,720 tokens\n");
        var log = new StringBuilder("time_s\tpower_w\n");
        double energy = 0;
        for (int second = 0; second < 180; second++) {
            int at = second % 60;
            int watts = at < 2 ? 380 : at < 6 ? 700 : at < 16 ? 450 : 380;
            log.append(second).append('\t').append(watts).append('\n');
            energy += watts;
        }
        Called.write(run.resolve("power.tsv"), log.toString());

        Called called = Called.with("validate", folder, "--format", "json");

        assertEquals(0, called.exitCode(), called.toString());
        JsonNode found = JsonNode.parse(called.out()).get("runs").list().getFirst();
        assertEquals("power", found.get("kind").text());
        JsonNode all = metric(found, "energy");
        assertEquals(energy, all.get("measured").number(), 1e-6 * energy);
        assertTrue(Math.abs(all.get("error").number()) < 0.02, called.out());
        JsonNode held = metric(found, "energy, of what the fit never saw");
        // The first cycle ends where the second work begins, after 62 of 180 seconds.
        assertEquals(
                energy - 380 * 2 - 700 * 4 - 450 * 10 - 380 * 46,
                held.get("measured").number(),
                1e-6 * energy);
        assertTrue(Math.abs(held.get("error").number()) < 0.02, called.out());
        assertTrue(metric(found, "power by sample, mean error").get("error").number() < 0.05, called.out());
        assertEquals(
                216_720,
                metric(found, "tokens of keys and values").get("measured").number());
    }

    @Test
    void prefixCacheRun_isComparedInHitsAndMemory() throws JsonFailure, IOException {
        Path run = Files.createDirectories(folder.resolve("cache"));
        // 32 of the 64 tokens of the second and third prompt are there already: 64 of 192.
        Called.write(
                run.resolve("workload.jsonl"), request(1, 5, 32, 16) + request(2, 6, 32, 16) + request(3, 7, 32, 16));
        Called.write(
                run.resolve("config.json"),
                "{\"instances\": [{\"model_name\": \"meta-llama/Llama-3.1-8B\", \"hardware\": \"A100\"}]}");
        // Weights of 15316.5 MiB, and 2 MiB for each block of 16 tokens: 4, then 3 more for each with its answer.
        Called.write(
                run.resolve("watched.tsv"),
                "time_s\tgpu_mem_mb\tprefix_hit_pct\n0\t15316.5\t0\n1\t15324.5\t0\n4\t15334.5\t33.3\n");

        Called called = Called.with("validate", folder, "--format", "json");

        assertEquals(0, called.exitCode(), called.toString());
        JsonNode found = JsonNode.parse(called.out()).get("runs").list().getFirst();
        assertEquals("prefix cache run", found.get("kind").text());
        JsonNode hits = metric(found, "prefix_hit_rate");
        assertEquals(64.0 / 192, hits.get("predicted").number(), 1e-9);
        assertEquals(0.333, hits.get("measured").number(), 1e-9);
        assertTrue(metric(found, "memory by sample, mean error").get("error").number() < 0.001, called.out());
        assertTrue(Math.abs(metric(found, "memory at the end").get("error").number()) < 0.001, called.out());
    }
}
