/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps an experiment from becoming a plan, each with its exact message. */
class CompileIssueTest {
    private static List<String> problems(String... lines) {
        return messages(Compiled.experiment(lines));
    }

    private static List<String> messages(Compilation compilation) {
        assertTrue(
                compilation.successful().isEmpty()
                        || compilation.problems().stream().allMatch(p -> p.kind() == Problem.Kind.WARNING),
                "a plan in spite of " + compilation.problems());
        return compilation.problems().stream()
                .map(p -> p.position().line() + " " + p.code() + ": " + p.message())
                .toList();
    }

    private static List<String> problemsOf(String text) {
        return messages(Compiled.compile(Compiled.PARTS + text, Overrides.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        experiment Try { model Small workload Load compare Full } | 24 NO_HARDWARE: experiment 'Try' names no hardware. Say what it runs on: on NAME, such as on A100_80G.
        experiment Try { on Gpu workload Load compare Full }      | 24 NO_MODEL: experiment 'Try' names no model, and engine kv runs one. Say which: model NAME, such as model Llama2_7B.
        experiment Try { on Gpu model Small compare Full }        | 24 NO_WORKLOAD: experiment 'Try' names no workload. Say what drives it: workload NAME.
        experiment Try { on Gpu model Small workload Load }       | 24 NO_COLUMNS: experiment 'Try' compares nothing. Name its memories: compare A, B.
        """)
    void missingPart_isNamed(String text, String expected) {
        assertEquals(List.of(expected), problemsOf(text));
    }

    @Test
    void columnTwice_asksForAName() {
        assertEquals(
                List.of("28 SAME_COLUMN: two columns are called 'Full'. Rename one: compare Full as OTHER."),
                problems("compare Full, Full", "measure throughput"));
    }

    @Test
    void unknownMechanism_suggestsAndLists() {
        assertEquals(
                List.of("25 UNKNOWN_MECHANISM: engine kv has no layout of a store 'page'. Did you mean 'pages'? It"
                        + " takes kv, low_rank, pages, virtual."),
                problemsOf("""

                    memory Bad for kv { store cache : page() in hbm }
                    experiment Try { on Gpu model Small workload Load compare Bad }
                    """));
    }

    @Test
    void arguments_areCheckedOneByOne() {
        assertEquals(
                List.of(
                        "25 UNKNOWN_PARAMETER: pages has no parameter 'length'. It is called as " + signature("pages")
                                + ".",
                        "26 ARGUMENT_TWICE: pages gets 'size' twice. Leave one out.",
                        "27 TOO_MANY_ARGUMENTS: recent takes at most 1, got one more: 2 tokens. It is called as"
                                + " recent(tokens).",
                        "28 MISSING_ARGUMENT: recent needs 'tokens' (a number of tokens or a ratio, such as 1024"
                                + " tokens or 20%). Write recent(tokens: ...).",
                        "29 WRONG_ARGUMENT: 'tokens' of recent is 2 GiB, must be a number of tokens or a ratio, such"
                                + " as 1024 tokens or 20%.",
                        "30 OUT_OF_RANGE: 'tokens' of recent is 120%, must be 0 to 1.",
                        "31 WRONG_CHOICE: 'how' of preempt is recompte, must be one of recompute, swap. Did you mean"
                                + " 'recompute'?",
                        "32 NOT_A_MECHANISM: '4 tokens' is no call of a mechanism, where a selector of a keep rule is"
                                + " expected, such as first, recent, top."),
                problemsOf("""

                    memory M1 for kv { store cache : pages(length: 1) in hbm }
                    memory M2 for kv { store cache : pages(size: 1 tokens, size: 2 tokens) in hbm }
                    memory M3 for kv { store cache : kv() in hbm keep cache : recent(1 tokens, 2 tokens) }
                    memory M4 for kv { store cache : kv() in hbm keep cache : recent() }
                    memory M5 for kv { store cache : kv() in hbm keep cache : recent(2 GiB) }
                    memory M6 for kv { store cache : kv() in hbm keep cache : recent(120%) }
                    memory M7 for kv { store cache : kv() in hbm on full : preempt(recompte) }
                    memory M8 for kv { store cache : kv() in hbm keep cache : 4 tokens }
                    experiment Try { on Gpu model Small workload Load compare M1, M2, M3, M4, M5, M6, M7, M8 }
                    """));
    }

    private static String signature(String layout) {
        return Compiled.VOCABULARY
                .mechanism("kv", org.memwright.runtime.vocabulary.MechanismKind.LAYOUT, layout)
                .orElseThrow()
                .signature();
    }

    @Test
    void parameterOfAMemory_isChecked() {
        assertEquals(
                List.of("28 UNKNOWN_PARAMETER: memory 'Kept' has no parameter 'buget'. It is called as Kept(budget:"
                        + " 20%, sinks: 4 tokens)."),
                problems("compare Kept(buget: 10%)", "measure throughput"));
    }

    @Test
    void arithmeticAcrossDimensions_saysWhere() {
        assertEquals(
                List.of("26 DIMENSIONS_DIFFER"),
                Compiled.compile(Compiled.PARTS + """

                    memory Bad for kv { param capacity = 20% store cache : kv() in hbm
                      keep cache : recent(capacity - 32 tokens) }
                    experiment Try { on Gpu model Small workload Load compare Bad }
                    """, Overrides.NONE).problems().stream()
                        .map(p -> p.position().line() + " " + p.code())
                        .toList());
    }

    @Test
    void unknownTier_listsThoseOfTheMachine() {
        assertEquals(List.of("25 UNKNOWN_TIER: 'parts.Gpu' has no tier 'hbmm'. It has hbm, dram."), problemsOf("""

            memory Bad for kv { store cache : kv() in hbmm }
            experiment Try { on Gpu model Small workload Load compare Bad }
            """));
    }

    @Test
    void axis_mustNameSomething() {
        assertEquals(
                List.of("29 UNKNOWN_AXIS: vary 'buget': experiment 'Try' has no such parameter. Did you mean 'budget'?"
                        + " vary takes a parameter of a compared memory, of the serving rule, a property of the"
                        + " workload, or batch."),
                problems("compare Kept", "vary buget in 1%, 2%", "measure throughput"));
    }

    @Test
    void point_mustBeOnItsAxis() {
        assertEquals(
                List.of(
                        "31 UNKNOWN_POINT: 'at batch 4': batch takes the values 1, 8.",
                        "32 UNKNOWN_POINT: 'at budget 4': nothing varies 'budget'. The axes are batch."),
                problems(
                        "compare Kept",
                        "vary batch in 1, 8",
                        "measure throughput",
                        "expect Kept.throughput > 1 /s at batch 4",
                        "expect Kept.throughput > 1 /s at budget 4"));
    }

    @Test
    void expectation_comparesMeasuresOfColumns() {
        assertEquals(
                List.of(
                        "30 NOT_A_COMPARISON: 'Kept.throughput' compares nothing. Write two sides, such as"
                                + " Kept.throughput >= 100 /s.",
                        "31 UNKNOWN_COLUMN: 'Kpet' is no column of this experiment. Did you mean 'Kept'? It compares"
                                + " Kept.",
                        "32 NOT_A_TERM: 'throughput' is no side of a comparison. A side is a quantity, a measure of a"
                                + " column such as Kept.throughput, or arithmetic on these."),
                problems(
                        "compare Kept",
                        "measure throughput",
                        "expect Kept.throughput",
                        "expect Kpet.throughput > 1 /s",
                        "expect throughput > 1 /s"));
    }

    @Test
    void objective_isALimitOnATime() {
        assertEquals(
                List.of(
                        "29 WRONG_OBJECTIVE: 'ttft >= 200 ms' is no objective. Write a metric and the most that it may"
                                + " be, such as ttft <= 200 ms.",
                        "29 WRONG_OBJECTIVE: 'tpot <= 5 GiB' is no objective. Write a metric and the most that it may"
                                + " be, such as ttft <= 200 ms."),
                problems("compare Kept", "slo ttft >= 200 ms, tpot <= 5 GiB", "measure throughput"));
    }

    @Test
    void split_fitsModelAndMachine() {
        assertEquals(
                List.of("29 WRONG_SPLIT: split tensor 3: the 4 heads of parts.Small cannot be shared equally; take a"
                        + " divisor."),
                problems("compare Full", "split tensor 3", "measure throughput"));
        assertEquals(
                List.of("29 WRONG_SPLIT: split tensor 2: the experiment splits over 2 devices, and parts.Gpu has 1."
                        + " Split less, or declare a hardware with as many: use Gpu as node[2]."),
                problems("compare Full", "split tensor 2", "measure throughput"));
        assertEquals(
                List.of("29 WRONG_SPLIT: split expert 2: there are tensor (each layer over several devices) and"
                        + " pipeline (layers over groups of devices)."),
                problems("compare Full", "split expert 2", "measure throughput"));
    }

    @Test
    void grid_hasABound() {
        String values = String.join(", ", java.util.Collections.nCopies(50, "1"));
        assertEquals(
                List.of("24 GRID_TOO_LARGE: experiment 'Try' has 125000 runs or more, at most 100000 are made. Vary"
                        + " less, or split the experiment."),
                problems("compare Full", "vary batch in " + values, "vary requests in " + values, "repeat 50 seeds"));
    }

    @Test
    void engineThatIsNotBuilt_isNoFaultOfTheText() {
        Compilation compilation = Compiled.compile(
                "memory Diary for agent { store log : text() }\nexperiment Try { compare Diary }\n", Overrides.NONE);

        assertEquals(
                List.of("2 ENGINE_NOT_BUILT: memory 'Diary' is for engine agent, which is not built yet: its files can"
                        + " be checked, not run. Engines that run: kv."),
                messages(compilation));
        assertEquals(Problem.Kind.NOT_BUILT, compilation.problems().getFirst().kind());
    }

    @Test
    void calibration_needsWhatItsFormulasTakeFromTheDataSheet() {
        Compilation compilation = Compiled.compile(
                Compiled.PARTS
                        + "hardware Fitted extends Gpu { calibrate gpu decode fp16 {"
                        + " launch 9 us  streaming 80%  computing 30%  ungrouped 0 } }\n"
                        + "experiment Try { on Fitted model Small workload Load compare Full measure throughput }\n",
                Overrides.NONE);

        assertEquals(
                List.of("24 CALIBRATION_IMPOSSIBLE: calibrate gpu: compute gpu of parts.Fitted has 1 tiers on it, but"
                        + " a calibration asks for its memory and the cache in front of it; declare both, such as: tier l2"
                        + " on gpu { capacity 40 MiB  bandwidth 7 TB/s }."),
                messages(compilation));
    }

    @Test
    void everyMistakeIsSaidOnce_howeverLargeTheGrid() {
        assertEquals(
                1,
                problems("compare Kept(buget: 1%)", "vary batch in 1, 2, 3", "repeat 4 seeds", "measure throughput")
                        .size());
    }
}
