/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.MechanismWord;

class ExplainCommandTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load(ExplainCommandTest.class);

    static List<MechanismWord> mechanisms() {
        return VOCABULARY.mechanisms();
    }

    static List<String> words() {
        return new Overview(new Workspace()).words();
    }

    @Test
    void mechanism_hasParametersSourceAndExample() {
        Called called = Called.with("explain", "preempt");

        assertEquals(0, called.exitCode());
        assertEquals("""
                preempt  action of an on rule, engine kv
                  Takes the request that was admitted last out of service until there is room again.

                  preempt(how: recompute)

                  Parameters
                    how  Whether its keys and values are computed again, or moved to another tier and back. One
                         of recompute, swap; recompute by default.
                  Events      full
                  Source      Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention
                  Example     on full : preempt(how: recompute)
                """, called.out());
    }

    @Test
    void metric_hasFormulaAndUnit() {
        Called called = Called.with("explain", "ttft");

        assertEquals(0, called.exitCode());
        for (String said :
                List.of("metric, engine kv", "Formula", "Unit        ms", "Better      lower", "measure ttft(p50")) {
            assertTrue(called.out().contains(said), called::toString);
        }
    }

    @Test
    void property_hasDimensionRangeAndDefault() {
        Called called = Called.with("explain", "tier.latency");

        assertEquals(0, called.exitCode());
        assertEquals("""
                latency  property of a tier
                  Time from a request to its first byte.
                  Value       time (such as 200 ms), at least 0 s
                  Default     0 ns
                  Example     latency 400 ns
                """, called.out());
    }

    @Test
    void nameOfSeveralThings_explainsAll() {
        Called called = Called.with("explain", "kv");

        assertTrue(called.out().contains("kv  engine\n"), called::toString);
        assertTrue(called.out().contains("kv  layout of a store, engine kv\n"), called::toString);
    }

    @Test
    void unit_saysWhatItIs() {
        assertTrue(Called.with("explain", "GiB").out().contains("1073741824 B"));
        assertTrue(Called.with("explain", "pJ/bit").out().contains("Energy per byte"));
    }

    @Test
    void model_hasTheFiguresThatFollow() {
        Called called = Called.with("explain", "Llama2_7B");

        assertEquals(0, called.exitCode());
        assertTrue(called.out().contains("Parameters  6738415616\n"), called::toString);
        assertTrue(called.out().contains("512 KiB for one token in fp16"), called::toString);
        assertTrue(called.out().contains("layers 32"), called::toString);
    }

    @Test
    void hardware_hasItsSources() {
        Called called = Called.with("explain", "memwright.hardware.DGX_A100");

        assertEquals(0, called.exitCode());
        assertTrue(called.out().contains("Devices     8\n"), called::toString);
        assertTrue(called.out().contains("price   27.45 USD/h"), called::toString);
        assertTrue(called.out().contains("// "), called::toString);
    }

    @Test
    void engineThatIsNotBuilt_saysSo() {
        assertTrue(Called.with("explain", "cache").out().contains("Not built yet"));
    }

    @Test
    void unknownWord_suggestsTheNearest() {
        Called called = Called.with("explain", "paegs");

        assertEquals(2, called.exitCode());
        assertEquals(
                "memwright: error: 'paegs' is no word that is known. Did you mean 'pages'? memwright explain lists all words.\n",
                called.err());
    }

    @Test
    void overview_listsEveryWord() {
        String out = Called.with("explain").out();

        words().forEach(word -> assertTrue(out.contains(word), word));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordOfTheOverview_canBeExplained(String word) {
        assertEquals(0, Called.with("explain", word).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kv.pages", "compute.power", "model.layers"})
    void word_mayBeQualified(String word) {
        assertEquals(0, Called.with("explain", word).exitCode());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("mechanisms")
    void exampleOfEveryMechanismOfKv_isRightAsItStands(MechanismWord word, @TempDir Path folder) {
        if (!word.engines().contains("kv")) {
            return;
        }
        String example = Examples.of(word, VOCABULARY);
        List<String> memory = new ArrayList<>(List.of("store cold : kv() in dram"));
        List<String> workload =
                new ArrayList<>(List.of("requests 10", "prompt constant(100 tokens)", "output constant(10 tokens)"));
        List<String> experiment = new ArrayList<>();
        switch (word.kind()) {
            case LAYOUT, QUANTISER -> memory.add(example);
            case SELECTOR, OVERFLOW, ACTION, SCORE -> {
                memory.add("store cache : kv() in hbm");
                memory.add(example);
            }
            case SOURCE -> {
                workload.clear();
                workload.add(example);
            }
            case ARRIVAL, PREFIX -> workload.add(example);
            case LENGTH -> {
                workload.remove("prompt constant(100 tokens)");
                workload.add(example);
            }
            case SCHEDULER -> experiment.add(example);
        }
        Path file = Called.write(
                folder.resolve("example.memw"),
                "import memwright.hardware.*\nimport memwright.models.*\nmemory Mine for kv {\n"
                        + String.join("\n", memory)
                        + "\n}\nworkload Load {\n" + String.join("\n", workload)
                        + "\n}\nexperiment Try {\non H100_SXM model Llama2_7B workload Load compare Mine measure throughput\n"
                        + String.join("\n", experiment) + "\n}\n");

        Called called = Called.with("check", file);
        assertEquals(0, called.exitCode(), () -> example + "\n" + called);
    }
}
