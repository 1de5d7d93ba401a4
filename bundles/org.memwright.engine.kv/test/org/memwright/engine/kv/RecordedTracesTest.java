/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.call;
import static org.memwright.engine.kv.Runs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.engine.kv.workload.RecordedData;
import org.memwright.engine.kv.workload.RequestSource;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.ServingProfile;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;

/** Serves recorded traces; skipped where they are not there. */
class RecordedTracesTest {
    /** The reference is printed with six digits. */
    private static final double PRINTED = 0.5e-6;

    private static Value text(Path path) {
        return new Value.Text(path.toString());
    }

    @Test
    void replay_findsThePrefixesThatTheReferenceFinds() throws IOException, RunFailure {
        // Pages as large as the recorded blocks, kept in LRU order from the first block on; a tier that holds them all.
        Path trace = RecordedData.file("mooncake/synthetic_trace.jsonl");
        List<String> rows = Files.readAllLines(RecordedData.file("mooncake/REFERENCE_LRU.tsv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            String capacity = cells[1].equals("0") ? "1000000" : cells[1];
            Recorded served = run().lenient()
                    .on(Runs.machine(1, 1, 1L << 50, 1L << 40))
                    .serving("replay", "max_batched", "1000000 tokens")
                    .workload(
                            "requests",
                            call(RequestSource.class, MechanismKind.SOURCE, "mooncake", "file", text(trace)))
                    .store(
                            "cache",
                            "hbm",
                            "pages",
                            "size",
                            "512 tokens",
                            "share",
                            "prefix",
                            "evict",
                            "root",
                            "capacity",
                            capacity)
                    .go();

            assertEquals(Double.parseDouble(cells[4]), served.value("prefix_hit_rate(blocks)"), PRINTED, row);
            assertEquals(Double.parseDouble(cells[5]), served.value("prefix_hit_rate(tokens)"), PRINTED, row);
            assertEquals(Integer.parseInt(cells[2]), served.value("finished"), row);
            compared++;
        }
        assertTrue(compared >= 6, "rows compared: " + compared);
    }

    @Test
    void azureTrace_isServedWhole() throws RunFailure {
        Path trace = RecordedData.file("azure-llm-2023/AzureLLMInferenceTrace_conv.csv");
        Value requests = call(
                RequestSource.class,
                MechanismKind.SOURCE,
                "csv",
                "file",
                text(trace),
                "arrival",
                "TIMESTAMP",
                "prompt",
                "ContextTokens",
                "output",
                "GeneratedTokens");

        Recorded recompute = run().workload("requests", requests)
                .store("cache", "hbm", "pages")
                .onFull("preempt")
                .go();
        Recorded swap = run().workload("requests", requests)
                .store("cache", "hbm", "pages")
                .onFull("swap", "to", "dram")
                .go();

        for (Recorded run : List.of(recompute, swap)) {
            assertEquals(19_366, run.value("finished"));
            assertEquals(0, run.value("rejected"));
            assertEquals(
                    4_088_665,
                    run.measures
                            .get("throughput")
                            .explanation()
                            .inputs()
                            .getFirst()
                            .value());
        }
        assertTrue(recompute.value("preemptions") > 0);
        assertEquals(0, recompute.value("traffic(pcie)"));
        assertTrue(swap.value("swaps") > 0);
        assertTrue(swap.value("traffic(pcie)") > 0);
    }

    /** A device of a data sheet that was measured, as its only device. */
    private static Machine measured(Path profile, long capacityBytes, double bytesPerSecond, double peak)
            throws MeasurementFailure {
        var unit = new ComputeUnit(
                0,
                "gpu",
                0,
                1,
                -1,
                Map.of(Precision.FP16, peak),
                0,
                0,
                0,
                0,
                Double.NaN,
                0,
                ServingProfile.read(profile));
        var tier = new Tier(0, "hbm", 0, 0, capacityBytes, bytesPerSecond, bytesPerSecond, 0, 1, 0, 0, 0);
        return new Machine("measured", 1, List.of(unit), List.of(tier), List.of(), 0, 0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"RTX4090-Llama-3.1-8B, 24, 1008e9, 165e12, 256", "RTXPRO6000-Llama-3.1-8B, 96, 1792e9, 504e12, 128"})
    void vllmRun_isReproduced(String name, long gibibytes, double bytesPerSecond, double peak, String most)
            throws IOException, MeasurementFailure, RunFailure {
        Path timed = RecordedData.file("vllm-runs/" + name + "/requests.jsonl");
        Path contents = RecordedData.file("vllm-runs/sharegpt-300-sps10.jsonl");
        List<double[]> requests = new ArrayList<>();
        for (String line : Files.readAllLines(timed)) {
            double queued = number(line, "queued_ts");
            double last = number(line, "last_token_ts");
            requests.add(new double[] {
                last - queued, (last - number(line, "first_token_ts")) / (number(line, "output_toks") - 1)
            });
        }

        Recorded run = run().lenient()
                .on(measured(timed.resolveSibling("profile"), gibibytes << 30, bytesPerSecond, peak))
                .model(Runs.dense("Llama3_1_8B", 32, 4096, 32, 8, 14336, 128256, 131072))
                .workload(
                        "requests",
                        call(
                                RequestSource.class,
                                MechanismKind.SOURCE,
                                "jsonl",
                                "file",
                                text(timed),
                                "arrival",
                                "queued_ts",
                                "unit",
                                "s",
                                "contents",
                                text(contents)))
                .store("cache", "hbm", "pages", "share", "prefix")
                .serving("vllm", "max_running", most)
                .go();

        double latency = requests.stream().mapToDouble(r -> r[0]).average().orElseThrow();
        double tpot = requests.stream()
                .mapToDouble(r -> r[1])
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
        assertEquals(latency, run.value("latency(mean)"), 0.025 * latency);
        assertEquals(tpot, run.value("tpot(mean)"), 0.02 * tpot);
    }

    private static double number(String line, String field) {
        Matcher found = Pattern.compile("\"" + field + "\": ([0-9.]+)").matcher(line);
        assertTrue(found.find(), line);
        return Double.parseDouble(found.group(1));
    }
}
