/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.outline.Role;
import org.memwright.lang.ide.outline.Token;
import org.memwright.lang.ide.outline.Tokens;
import org.memwright.lang.ide.project.Designs;

class HoversTest {
    private static String hover(String marked) {
        Sample sample = Sample.of(marked);
        return new Hovers(sample.designs())
                .at(sample.designs().resource(sample.file()), sample.caret())
                .map(Hover::markdown)
                .orElse("");
    }

    @Test
    void mechanism_saysSignature_parametersWithRangeAndDefault_andSource() {
        assertEquals("""
                ```memw
                top(tokens, by: attention(sum))
                ```

                *selector of a keep rule of kv*

                Keeps the tokens with the greatest score, the heavy hitters.

                - `tokens` a number of tokens or a ratio, such as 1024 tokens or 20%, at least 0 tokens; required. How many, or which share of the sequence.
                - `by` score; default `attention(sum)`. What ranks the tokens.

                Source: Zhang et al. 2023, H2O: Heavy-Hitter Oracle for Efficient Generative Inference of LLMs""", hover("memory A for kv { store cache : kv() in hbm keep cache : ¦top(20%) }"));
    }

    @Test
    void parameter_saysWhatItTakes() {
        assertEquals(
                """
                **by** of `top(tokens, by: attention(sum))`

                What ranks the tokens.

                - score
                - default `attention(sum)`""", hover("memory A for kv { store cache : kv() in hbm keep cache : top(20%, b¦y: attention(sum)) }"));
        assertTrue(hover("workload Few { requests 1 arrival poisson(4 /s) prompt uniform(1 tokens, ¦max: 5 tokens) }")
                .contains("1 tokens to 1000000000 tokens"));
    }

    @Test
    void metric_saysFormulaAndUnit() {
        String hover =
                hover("memory A for kv { store cache : kv() in hbm }\nexperiment E { compare A measure ¦ttft(p50) }");
        assertTrue(hover.startsWith("**ttft**, metric of kv\n\nTime from arrival to the first token.\n\n= "), hover);
        assertTrue(
                hover.contains(
                        "- in `ms`\n- of mean, min, max or a percentile such as p50 or p99: `ttft(p50, p99)`\n- lower is better"),
                hover);
    }

    @Test
    void property_saysDimensionAndDefault() {
        assertEquals("""
                **latency**, property of a tier

                Time from a request to its first byte.

                - takes time (such as 200 ms)
                - default: 0 ns

                ```memw
                latency 400 ns
                ```""", hover("hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s ¦latency 400 ns } }"));
    }

    @Test
    void unit_saysDimensionAndFactor() {
        assertEquals("""
                **80 GiB**

                - bytes (such as 80 GiB)
                - 1 GiB = 1073741824 B""", hover("hardware A { tier hbm { capacity 80 ¦GiB bandwidth 1 TB/s } }"));
        assertEquals("""
                **90000 us** = 90 ms

                - time (such as 200 ms)
                - 1 us = 0.000001 s""", hover("hardware A { tier hbm { capacity 80 GiB bandwidth 1 TB/s latency ¦90000 us } }"));
    }

    /** The published count of Llama-2-7B is 6738415616; its keys and values take 524288 B a token. */
    @Test
    void model_saysParameters_weightsAndBytesPerToken() {
        assertEquals("""
                ```memw
                model meta.Llama2_7B
                ```

                The 7B one.

                - 6,738,415,616 parameters
                - weights in fp16: 12.55 GiB
                - keys and values of one token in fp16: 512 KiB (524,288 B)
                - keys and values of the whole context of 4,096 tokens: 2 GiB""", hover("""
                        package meta
                        /** The 7B one. */
                        model ¦Llama2_7B {
                          layers 32  hidden 4096  heads 32  kv_heads 32  ffn 11008 gated  vocab 32000  context 4096  weights fp16
                        }
                        """));
    }

    @Test
    void tier_saysHowLongReadingItTakes() {
        // 80 GiB / 2.039 TB/s = 85.899 GB / 2039 GB/s = 42.13 ms
        String hover = hover("hardware A {\n  // stacked\n  tier ¦hbm { capacity 80 GiB bandwidth 2.039 TB/s } }");
        assertEquals("""
                ```memw
                tier hbm  // of A
                ```

                stacked

                - capacity 80 GiB
                - bandwidth 2.039 TB/s
                - time to read it once: 42.13 ms (capacity / read bandwidth)""", hover);
    }

    @Test
    void hardware_saysDevices_priceAndTiers() {
        String hover = hover("""
                hardware Box { compute gpu { peak fp16 312 TFLOP/s } tier hbm on gpu { capacity 80 GiB bandwidth 2 TB/s } }
                hardware ¦Rack { use Box as node[8] price 32 USD/h }
                """);
        assertEquals("""
                ```memw
                hardware Rack
                ```

                - 8 devices
                - price 32 USD/h
                - tier `hbm` 80 GiB, 2 TB/s
                - compute `gpu` fp16 312 TFLOP/s""", hover);
    }

    @Test
    void memory_saysBytesPerToken_onTheModelOfItsExperiments() {
        String design = """
                model Tiny { layers 2 hidden 64 heads 4 ffn 64 vocab 10 context 64 }
                memory ¦Mixed for kv {
                  store cache : kv(keys: int4(), values: int2()) in hbm
                  store rest : pages(size: 16 tokens) in hbm
                }
                experiment E { model Tiny compare Mixed }
                """;
        // 2 layers x 64 numbers = 128 keys and 128 values a token: 128 / 2 + 128 / 4 = 96 B; at 16 bits 512 B
        String hover = hover(design);
        assertTrue(
                hover.contains(
                        "One token of Tiny takes 96 B in `cache` (keys in int4, values in int2; the scales of its"
                                + " groups come on top)."),
                hover);
        assertTrue(hover.contains("One token of Tiny takes 512 B in `rest` (fp16)."), hover);
    }

    @Test
    void parameter_saysItsValue_andWhatColumnsSet() {
        assertEquals("""
                ```memw
                param half = budget / 2  // of A
                ```

                - = 10%
                - 2 tokens in column `Small` of E""", hover("""
                        memory A for kv {
                          param budget = 20%
                          param half = budget / 2
                          store cache : kv() in hbm
                          keep cache : recent(¦half)
                        }
                        experiment E { compare A, A(half: 2 tokens) as Small }
                        """));
    }

    @Test
    void experiment_saysHowManyRuns() {
        assertTrue(hover("""
                        memory A for kv { store cache : kv() in hbm }
                        memory Other for kv { store cache : kv() in hbm }
                        experiment ¦E { compare A, Other vary batch in 1, 8, 32 repeat 5 seeds }
                        """).contains("- compares A, Other\n- 30 runs: 2 columns x 3 points x 5 seeds"));
    }

    @Test
    void keyword_saysWhatItDoes() {
        assertTrue(hover("memory A for kv { store cache : kv() in hbm ¦keep cache : recent(1 tokens) }")
                .startsWith("**keep**\n\nWhat stays in a store"));
        assertEquals("", hover("memory A for kv ¦{ }"));
    }

    @Test
    void engineAndEvent_sayWhatTheyAre() {
        assertTrue(hover("memory A for ¦kv { store cache : kv() in hbm }")
                .startsWith("**kv**, engine\n\nServes requests"));
        assertTrue(hover("memory A for ¦sequence { store w : mlp() }").contains("Not built yet"));
        assertEquals(
                "**full**, event of kv\n\nA store has no room for a running request.",
                hover("memory A for kv { store cache : kv() in hbm on ¦full : preempt(recompute) }"));
    }

    /** Whatever has a role but is no text or comment has a hover, in every example and in the library. */
    @Test
    void everyWord_ofTheExamples_hasAHover() {
        for (Path folder : Sample.examples()) {
            Designs designs = Designs.load(Sample.language(), folder);
            var hovers = new Hovers(designs);
            for (Path file : designs.files()) {
                for (Token token : Tokens.of(designs, designs.resource(file))) {
                    boolean known = token.role() != Role.TEXT
                            && token.role() != Role.COMMENT
                            && token.role() != Role.MECHANISM // of engines that are not built
                            && token.role() != Role.KEYWORD; // not every word says something by itself
                    String word = token.span().of(designs.text(file));
                    assertTrue(
                            !known
                                    || hovers.at(
                                                    designs.resource(file),
                                                    token.span().offset())
                                            .isPresent(),
                            () -> file + ": " + word + " has no hover");
                }
            }
        }
    }
}
