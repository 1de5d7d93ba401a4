/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.memwright.hardware.Machine;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExperimentPlan;

/** Compiles texts for tests, with the language put together once. */
final class Compiled {
    static final Vocabulary VOCABULARY = Vocabulary.load(Compiled.class);
    static final Path FOLDER = Path.of("/designs");
    private static final Language LANGUAGE = Language.standalone();

    /** A machine, a model, a workload and two memories, for experiments to use. */
    static final String PARTS = """
            package parts

            hardware Gpu {
              compute gpu { peak fp16 100 TFLOP/s }
              tier hbm on gpu { capacity 16 GiB bandwidth 1 TB/s }
              tier dram { capacity 64 GiB bandwidth 100 GB/s }
              link pcie : hbm <-> dram { bandwidth 10 GB/s }
            }
            model Small { layers 4 hidden 256 heads 4 ffn 1024 vocab 1000 context 2048 }
            workload Load {
              requests 100
              arrival poisson(4 /s)
              prompt uniform(16 tokens, 64 tokens)
              output 32
              seed 7
            }
            memory Full for kv { store cache : kv() in hbm }
            memory Kept for kv {
              param budget = 20%
              param sinks = 4 tokens
              store cache : kv() in hbm
              keep cache : first(sinks), top(budget / 2)
            }
            """;

    private Compiled() {}

    static Project project(String text) {
        return Project.of(LANGUAGE, FOLDER, Map.of("design.memw", text));
    }

    static Project load(Path path) {
        return Project.load(LANGUAGE, path);
    }

    /** Compiles the one experiment of {@link #PARTS} with the lines between its braces. */
    static Compilation experiment(Overrides overrides, String... lines) {
        String text = PARTS + "experiment Try {\n  on Gpu\n  model Small\n  workload Load\n  "
                + String.join("\n  ", lines) + "\n}\n";
        return compile(text, overrides);
    }

    static Compilation experiment(String... lines) {
        return experiment(Overrides.NONE, lines);
    }

    /** Compiles the first experiment of a text. */
    static Compilation compile(String text, Overrides overrides) {
        Experiment experiment = project(text).declarations(Experiment.class).getFirst();
        return new ExperimentCompiler(VOCABULARY).compile(experiment, overrides);
    }

    static ExperimentPlan plan(Compilation compilation) {
        assertEquals(List.of(), compilation.problems());
        return compilation.successful().orElseThrow();
    }

    static Overrides set(String... settings) {
        return new Overrides(
                Arrays.stream(settings).map(Overrides.Setting::parse).toList(), null, false);
    }

    /** The machine of the last hardware of a text. */
    static Machine machine(String text) {
        return new ExperimentCompiler(VOCABULARY)
                .machine(project(text).declarations(Hardware.class).getLast());
    }
}
