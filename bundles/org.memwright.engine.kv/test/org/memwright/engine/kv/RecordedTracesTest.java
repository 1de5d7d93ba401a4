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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.RecordedData;
import org.memwright.engine.kv.workload.RequestSource;
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
}
