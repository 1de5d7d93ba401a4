/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.compile.Overrides.Setting;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.WorkloadPlan;

class OverridesTest {
    @TempDir
    private Path folder;

    @Test
    void setting_changesEveryColumnThatHasTheParameter() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                Compiled.set("budget=10%"), "compare Kept, Kept(budget: 30%) as Other", "measure throughput"));

        assertEquals(
                List.of("{budget=10%, sinks=4 tokens}", "{budget=10%, sinks=4 tokens}"),
                plan.runs().stream()
                        .map(r -> r.memory().parameters().toString())
                        .toList());
    }

    @Test
    void setting_namesAColumn() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                Compiled.set("Other.budget=10%"), "compare Kept, Kept as Other", "measure throughput"));

        assertEquals(
                List.of("20%", "10%"),
                plan.runs().stream()
                        .map(r -> String.valueOf(r.memory().parameters().get("budget")))
                        .toList());
    }

    @Test
    void setting_namesAMemoryWhereNoColumnIsCalledSo() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                Compiled.set("Kept.budget=10%"), "compare Kept as One, Kept as Two", "measure throughput"));

        assertEquals(
                List.of("10%", "10%"),
                plan.runs().stream()
                        .map(r -> String.valueOf(r.memory().parameters().get("budget")))
                        .toList());
    }

    @Test
    void setting_ofAVariedNameLeavesOneValueOnItsAxis() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                Compiled.set("batch=4"), "compare Full", "vary batch in 1, 8, 32", "measure throughput"));

        assertEquals(1, plan.runs().size());
        assertEquals("[4]", plan.axes().get("batch").toString());
        assertEquals(4, Objects.requireNonNull(plan.runs().getFirst().serving()).count("max_running"));
    }

    @Test
    void setting_reachesServingAndWorkload() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                Compiled.set("max_running=9", "seed=5", "arrival=poisson(2 /s)", "limit=50"),
                "compare Full",
                "measure throughput"));

        var run = plan.runs().getFirst();
        assertEquals(9, Objects.requireNonNull(run.serving()).count("max_running"));
        assertEquals(
                List.of(),
                run.defaults().stream().filter(d -> d.contains("max_running")).toList());
        assertEquals(5, run.seed());
        assertEquals(
                "poisson(rate: 2 /s)",
                run.workload().property("arrival").orElseThrow().toString());
        assertEquals("50", run.workload().property("limit").orElseThrow().toString());
    }

    @Test
    void unknownSetting_isUsageWithTheNearestName() {
        Compilation compilation = Compiled.experiment(Compiled.set("buget=10%"), "compare Kept", "measure throughput");

        assertEquals(1, compilation.problems().size());
        Problem problem = compilation.problems().getFirst();
        assertEquals(Problem.Kind.USAGE, problem.kind());
        assertEquals(
                "error UNKNOWN_SETTING: --set buget=10%: nothing in experiment 'Try' is called that. Did you mean 'budget'? It"
                        + " takes a parameter of a compared memory (budget, or H2O.budget for one column), of the serving rule,"
                        + " a property of the workload, or batch.",
                problem.toString());
        assertTrue(compilation.successful().isEmpty());
    }

    @Test
    void badValue_isUsage() {
        Compilation compilation =
                Compiled.experiment(Compiled.set("budget=10%%"), "compare Kept", "measure throughput");

        assertEquals(
                "error WRONG_SETTING: --set budget=10%%: '10%%' is no value; write one as in a file, such as 10%, 512 tokens"
                        + " or dram",
                compilation.problems().getFirst().toString());
    }

    @Test
    void setting_withoutValueIsRefused() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Setting.parse("budget"));
        assertEquals(
                "--set budget: must be NAME=VALUE, such as --set budget=10% or --set H2O.budget=10%",
                thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Setting.parse("=10%"));
        assertThrows(IllegalArgumentException.class, () -> Setting.parse("budget="));
    }

    @Test
    void accepts_tellsWhoseSettingItIs() {
        var compiler = new ExperimentCompiler(Compiled.VOCABULARY);
        var experiments = Compiled.project(Compiled.PARTS
                        + "experiment One { on Gpu model Small workload Load compare Kept }\n"
                        + "experiment Two { on Gpu model Small workload Load compare Full }\n")
                .declarations(org.memwright.model.Experiment.class);

        assertEquals(
                List.of(true, false),
                experiments.stream()
                        .map(e -> compiler.accepts(e, new Setting("budget", "1%")))
                        .toList());
    }

    // ── another file for the workload ───────────────────────────────────────────────────────────────────────

    private static final String RECORDED = """
            workload Recorded {
              requests from csv("traces/a.csv", arrival: at, prompt: input, output: answer)
              limit 10
            }
            experiment Try { on Gpu model Small workload Recorded compare Full measure throughput }
            """;

    private WorkloadPlan workload(String text, Path file) {
        return Compiled.plan(Compiled.compile(Compiled.PARTS + text, new Overrides(List.of(), file, false)))
                .runs()
                .getFirst()
                .workload();
    }

    @Test
    void paths_areRelativeToTheFileThatDeclaresThem() {
        WorkloadPlan plan = Compiled.plan(Compiled.compile(Compiled.PARTS + RECORDED, Overrides.NONE))
                .runs()
                .getFirst()
                .workload();

        assertEquals(
                "csv(file: \"/designs/traces/a.csv\", arrival: at, prompt: input, output: answer)",
                plan.property("requests").orElseThrow().toString());
    }

    @Test
    void fileOfTheSameKind_keepsTheColumns() {
        WorkloadPlan plan = workload(RECORDED, Path.of("/other/b.csv"));

        assertEquals(
                "csv(file: \"/other/b.csv\", arrival: at, prompt: input, output: answer)",
                plan.property("requests").orElseThrow().toString());
        assertEquals("10", plan.property("limit").orElseThrow().toString());
    }

    @Test
    void fileOfAnotherKind_bringsItsSource() throws IOException {
        Path mooncake = Files.writeString(
                folder.resolve("m.jsonl"),
                "{\"timestamp\": 0, \"input_length\": 5, \"output_length\": 6, \"hash_ids\": [0]}\n");
        Path tokens = Files.writeString(folder.resolve("t.jsonl"), "{\"input_toks\": 5, \"output_toks\": 6}\n");
        String synthetic = "experiment Try { on Gpu model Small workload Load compare Full measure throughput }\n";

        assertEquals(
                "mooncake(file: \"" + mooncake + "\")",
                workload(RECORDED, mooncake).property("requests").orElseThrow().toString());
        WorkloadPlan replaced = workload(synthetic, tokens);
        assertEquals(
                "jsonl(file: \"" + tokens + "\")",
                replaced.property("requests").orElseThrow().toString());
        assertEquals(
                List.of("requests", "seed"),
                replaced.properties().keySet().stream().sorted().toList());
    }

    @Test
    void fileWithoutKnownColumns_saysWhatItHas() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "time,in,out\n1,2,3\n");
        Compilation compilation =
                Compiled.experiment(new Overrides(List.of(), table, false), "compare Full", "measure throughput");

        assertEquals(
                "error WRONG_WORKLOAD_FILE: --workload " + table
                        + ": which columns hold prompt and output is not known; it has time,in,out. Name them in the text:"
                        + " requests from csv(\"...\", prompt: COLUMN, output: COLUMN).",
                compilation.problems().getFirst().toString());
    }

    @Test
    void fileOfUnknownKind_isUsage() {
        Compilation compilation = Compiled.experiment(
                new Overrides(List.of(), Path.of("/x/trace.parquet"), false), "compare Full", "measure throughput");

        assertEquals(
                "error WRONG_WORKLOAD_FILE: --workload /x/trace.parquet: no workload source reads files that end in .parquet."
                        + " Give a .csv or .jsonl file, or name the source in the text: requests from csv(...).",
                compilation.problems().getFirst().toString());
    }

    @Test
    void strict_reachesTheRuns() {
        ExperimentPlan plan = Compiled.plan(
                Compiled.experiment(new Overrides(List.of(), null, true), "compare Full", "measure throughput"));

        assertTrue(plan.runs().getFirst().strict());
    }
}
