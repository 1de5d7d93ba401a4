/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long is the text of an editor behind its problems? One operation is one changed character and the findings of its file, in a
 * project of 2,000 declarations: hardware, memories, workloads and experiments in equal numbers that name each other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class KeystrokeBenchmark {
    private static final int DECLARATIONS = 2000;
    private static final int PER_DESIGN = 5;

    @Param({"40", "10", "1"})
    int files;

    private final Path file = Path.of("/project/f0.memw");
    private Workspace workspace;
    private String text;
    private int next;

    @Setup
    public void setUp() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int f = 0; f < files; f++) {
            texts.put("f" + f + ".memw", text(f, DECLARATIONS / PER_DESIGN / files));
        }
        var language = new Language(new MemwrightIdeSetup().createInjectorAndDoEMFRegistration());
        workspace = Workspace.of(language, Path.of("/project"), texts);
        text = texts.get("f0.memw");
    }

    @Benchmark
    public List<Finding> keystroke() {
        next = (next + 1) % 10;
        workspace.change(file, text.replaceFirst("requests 50.", "requests 50" + next));
        return workspace.findings(file);
    }

    private static String text(int file, int designs) {
        StringBuilder text = new StringBuilder(
                "package p" + file + "\n\nimport memwright.hardware.*\nimport memwright.models.*\n\n");
        for (int d = 0; d < designs; d++) {
            text.append("""
                hardware H {
                  compute gpu { peak fp16 312 TFLOP/s }
                  tier hbm on gpu { capacity 80 GiB  bandwidth 2.039 TB/s }
                  tier dram { capacity 512 GiB bandwidth 204 GB/s }
                  link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
                }

                memory A for kv {
                  store cache : pages(size: 16 tokens, table: block) in hbm
                  on full     : preempt(recompute)
                }

                memory B for kv {
                  param budget = 20%
                  store cache : kv() in hbm
                  keep cache  : recent(budget / 2), top(budget / 2, by: attention(sum))
                }

                workload W {
                  requests 500
                  arrival poisson(8 /s)
                  prompt  lognormal(mean: 1024 tokens, cv: 1.2)
                  output  lognormal(mean: 220 tokens, cv: 0.8)
                  seed 42
                }

                experiment E {
                  on H
                  model Llama2_7B
                  workload W
                  compare A, B(budget: 30%)
                  measure throughput, ttft(p50, p99), peak(hbm), energy
                  expect A.throughput >= B.throughput
                }

                """.replaceAll("\\b([HABWE])\\b", "$1" + file + "_" + d));
        }
        return text.toString();
    }
}
