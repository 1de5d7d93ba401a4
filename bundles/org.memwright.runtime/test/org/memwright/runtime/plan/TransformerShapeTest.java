/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.hardware.Precision;

class TransformerShapeTest {

    // Published counts of parameters; GPT-3 and OPT-175B are published rounded, so theirs are of the formula in the
    // catalog.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // name, layers, hidden, heads, kvHeads, headDim, ffn, gated, vocab, experts, positions, opt, qkNorm, parameters
        "Llama-2-7B,      32,  4096,  32, 32, 128, 11008, true,  32000,    0,    0, false, false,   6738415616",
        "Llama-2-13B,     40,  5120,  40, 40, 128, 13824, true,  32000,    0,    0, false, false,  13015864320",
        "Llama-2-70B,     80,  8192,  64,  8, 128, 28672, true,  32000,    0,    0, false, false,  68976648192",
        "Llama-3.1-8B,    32,  4096,  32,  8, 128, 14336, true,  128256,   0,    0, false, false,   8030261248",
        "Llama-3.1-70B,   80,  8192,  64,  8, 128, 28672, true,  128256,   0,    0, false, false,  70553706496",
        "Llama-3.1-405B, 126, 16384, 128,  8, 128, 53248, true,  128256,   0,    0, false, false, 405853388800",
        "Mistral-7B,      32,  4096,  32,  8, 128, 14336, true,  32000,    0,    0, false, false,   7241732096",
        "Mixtral-8x7B,    32,  4096,  32,  8, 128, 14336, true,  32000,    8,    0, false, false,  46702792704",
        "Qwen3-32B,       64,  5120,  64,  8, 128, 25600, true,  151936,   0,    0, false, true,   32762123264",
        "Qwen3-30B-A3B,   48,  2048,  32,  4, 128,   768, true,  151936, 128,    0, false, true,   30532122624",
        "Phi-3-mini-4k,   32,  3072,  32, 32,  96,  8192, true,  32064,    0,    0, false, false,   3821079552",
        "OPT-6.7B,        32,  4096,  32, 32, 128, 16384, false, 50272,    0, 2050, true,  false,   6658473984",
        "OPT-30B,         48,  7168,  56, 56, 128, 28672, false, 50272,    0, 2050, true,  false,  29974540288",
        "OPT-175B,        96, 12288,  96, 96, 128, 49152, false, 50272,    0, 2050, true,  false, 174604468224",
        "GPT-3-175B,      96, 12288,  96, 96, 128, 49152, false, 50257,    0, 2048, true,  false, 174604259328",
    })
    void parameters_areThosePublished(
            String name,
            int layers,
            int hidden,
            int heads,
            int kvHeads,
            int headDim,
            int ffn,
            boolean gated,
            int vocab,
            int experts,
            int positions,
            boolean opt,
            boolean qkNorm,
            long parameters) {
        // In OPT and GPT the head is tied, every linear layer is biased and norms are LayerNorm.
        var shape = new TransformerShape(
                name,
                layers,
                hidden,
                heads,
                kvHeads,
                headDim,
                ffn,
                gated,
                vocab,
                2048,
                Precision.FP16,
                experts,
                experts == 0 ? 0 : 2,
                positions,
                hidden,
                opt,
                opt,
                false,
                qkNorm,
                opt);

        assertEquals(parameters, shape.parameters());
        assertEquals(2.0 * parameters, shape.weightBytes());
    }

    @Test
    void parameters_countTheBiasOfQueriesKeysAndValuesAlone() {
        // Qwen2.5-7B: one layer 2 x 3584 x 3584 + 2 x 3584 x 512 + (3584 + 2 x 512) + 3 x 3584 x 18944 + 2 x 3584
        // = 25690112 + 3670016 + 4608 + 203685888 + 7168 = 233057792; 28 of them + 3584 + 2 x 152064 x 3584
        // = 6525618176 + 3584 + 1089994752 = 7615616512, as published.
        var shape = new TransformerShape(
                "Qwen2.5-7B",
                28,
                3584,
                28,
                4,
                128,
                18944,
                true,
                152064,
                32768,
                Precision.BF16,
                0,
                0,
                0,
                3584,
                false,
                false,
                true,
                false,
                false);

        assertEquals(7_615_616_512L, shape.parameters());
    }

    @Test
    void parameters_countTheProjectionsOfANarrowEmbedding() {
        // Hidden 4, embedding 2, vocabulary 8, tied: embedding 8 x 2, projections 2 x (2 x 4).
        // Layer: attention 4 x 4 x 4, feed-forward 2 x 4 x 16, norms 2 x 4; final norm 4.
        var shape = new TransformerShape(
                "narrow",
                1,
                4,
                2,
                2,
                2,
                16,
                false,
                8,
                16,
                Precision.FP16,
                0,
                0,
                0,
                2,
                true,
                false,
                false,
                false,
                false);

        assertEquals(16 + 16 + 64 + 128 + 8 + 4, shape.parameters());
    }

    @Test
    void activeParameters_leaveOutTheIdleExperts() {
        // Qwen3-30B-A3B: 120 of 128 experts idle in 48 layers: 30532122624 - 48 x 120 x 3 x 2048 x 768 = 3353032704.
        var shape = new TransformerShape(
                "Qwen3-30B-A3B",
                48,
                2048,
                32,
                4,
                128,
                768,
                true,
                151936,
                40960,
                Precision.BF16,
                128,
                8,
                0,
                2048,
                false,
                false,
                false,
                true,
                false);

        assertEquals(3_353_032_704L, shape.activeParameters());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Llama-2-7B, 32, 4096, 32, 32, 524288",
        "Llama-3-8B, 32, 4096, 32,  8, 131072",
        "OPT-30B,    48, 7168, 56, 56, 1376256",
    })
    void keyValueNumbersPerToken_giveTheKnownBytes(
            String name, int layers, int hidden, int heads, int kvHeads, long bytes) {
        var shape = new TransformerShape(
                name,
                layers,
                hidden,
                heads,
                kvHeads,
                128,
                4 * hidden,
                false,
                32000,
                2048,
                Precision.FP16,
                0,
                0,
                0,
                hidden,
                false,
                false,
                false,
                false,
                false);

        assertEquals(bytes, shape.keyValueNumbersPerToken() * Precision.FP16.bytes());
    }
}
