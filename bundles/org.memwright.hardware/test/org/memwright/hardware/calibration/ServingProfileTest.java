/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.Precision;

/** Profiles that the test writes from a known model of time and a little noise, so that the right answer is known. */
class ServingProfileTest {
    private static final double NOISE = 0.01;
    private static final double SKEW = 0.3;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(7);

    private double noisy(double time) {
        return time * (1 + NOISE * (2 * random.nextDouble() - 1));
    }

    /** Microseconds of a layer. */
    private static double layer(double tokens) {
        return 40 + 0.5 * tokens;
    }

    /** Microseconds of attention. */
    private static double attention(double fresh, double before, double decodes, double kept) {
        return 5 + fresh * (before + fresh / 2) * 1e-4 + decodes * kept * 2e-3;
    }

    private static LayerShape shape(int heads, int tensor) {
        return new LayerShape(heads, 8, 128, 14336, 128256, Precision.BF16, tensor);
    }

    private void write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static String row(Object... cells) {
        return String.join(
                ",",
                java.util.Arrays.stream(cells).map(ServingProfileTest::cell).toList());
    }

    private static String cell(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.6f", number) : value.toString();
    }

    /** A profile in the first layout. */
    private ServingProfile profile() throws IOException, MeasurementFailure {
        List<String> dense = new java.util.ArrayList<>(List.of("layer,tokens,time_us"));
        for (int tokens = 1; tokens <= 2048; tokens *= 2) {
            dense.add(row("qkv_proj", tokens, noisy(layer(tokens))));
        }
        write("profile/tp1/dense.csv", dense);
        write("profile/tp1/per_sequence.csv", List.of("layer,sequences,time_us", "lm_head,1,100", "lm_head,9,180"));
        List<String> attention =
                new java.util.ArrayList<>(List.of("prefill_chunk,kv_prefill,n_decode,kv_decode,time_us"));
        int[] fresh = {0, 16, 64, 256, 1024};
        int[] kept = {16, 64, 256, 1024, 4096};
        int[] decodes = {0, 1, 4, 16, 64};
        for (int f : fresh) {
            for (int before : f == 0 ? new int[] {0} : new int[] {0, 512, 2048}) {
                for (int n : decodes) {
                    for (int k : n == 0 ? new int[] {0} : kept) {
                        if (f + n > 0) {
                            attention.add(row(f, before, n, k, noisy(attention(f, before, n, k))));
                        }
                    }
                }
            }
        }
        write("profile/tp1/attention.csv", attention);
        List<String> skew = new java.util.ArrayList<>(List.of("n,pc,kp,kv_mean,kv_big,t_mean_us,t_max_us,t_skew_us"));
        for (int n = 2; n <= 256; n *= 2) {
            for (int mean : kept) {
                double t = attention(0, 0, n, mean);
                double most = attention(0, 0, n, 4.0 * mean);
                skew.add(row(n, 0, 0, mean, 4 * mean, t, most, noisy(t + SKEW * (most - t))));
            }
        }
        write("profile/tp1/skew.csv", skew);
        write(
                "profile/meta.yaml",
                List.of(
                        "gpu: Test GPU",
                        "model: test/Model-8B",
                        "tp_degrees: [1, 2]",
                        "  hf_overrides:",
                        "    num_attention_heads: 16",
                        "    num_key_value_heads: 4"));
        return ServingProfile.read(folder.resolve("profile"));
    }

    @Test
    void layers_areInterpolatedBetweenTokens() throws IOException, MeasurementFailure {
        LayerTimes times = profile().layers(shape(32, 1)).orElseThrow();

        assertEquals(layer(700) * 1e-6, times.seconds(times.layer("qkv_proj"), 700), 0.02 * layer(700) * 1e-6);
        assertEquals(140e-6, times.seconds(times.layer("lm_head"), 5), 1e-12);
        assertEquals(-1, times.layer("down_proj"));
    }

    @Test
    void attention_isInterpolatedOnItsGrid() throws IOException, MeasurementFailure {
        LayerTimes times = profile().layers(shape(32, 1)).orElseThrow();

        double[][] places = {{100, 0, 0, 0}, {0, 0, 10, 700}, {300, 1000, 10, 700}};
        for (double[] at : places) {
            double right = attention(at[0], at[1], at[2], at[3]) * 1e-6;
            // Between two points the product of two axes is a bent surface, which straight lines miss by some percent.
            assertEquals(right, times.attentionSeconds(at[0], at[1], at[2], at[3], at[3]), 0.12 * right);
        }
        assertEquals(0, times.attentionSeconds(0, 0, 0, 0, 0));
    }

    @Test
    void unlikeSequences_takeTheFittedShareMore() throws IOException, MeasurementFailure {
        LayerTimes times = profile().layers(shape(32, 1)).orElseThrow();
        double like = times.attentionSeconds(0, 0, 16, 256, 256);
        double longest = times.attentionSeconds(0, 0, 16, 1024, 1024);

        double unlike = times.attentionSeconds(0, 0, 16, 256, 1024);

        assertEquals(SKEW, (unlike - like) / (longest - like), 0.02);
    }

    @Test
    void profile_speaksForItsShapeAndSplitAlone() throws IOException, MeasurementFailure {
        ServingProfile profile = profile();

        assertTrue(profile.layers(shape(32, 1)).isPresent());
        assertTrue(profile.layers(shape(40, 1)).isEmpty());
        assertTrue(profile.layers(shape(32, 4)).isEmpty());
        assertEquals("Test GPU", profile.device());
        assertEquals("test/Model-8B", profile.model());
    }

    @Test
    void errors_areOfPointsThatWereHeldBack() throws IOException, MeasurementFailure {
        ServingProfile profile = profile();

        double layers = profile.heldBackError(Kernel.LAYER);
        assertTrue(layers > 0 && layers < 2 * NOISE, "layers " + layers);
        double attention = profile.heldBackError(Kernel.DECODE);
        assertTrue(attention > 0 && attention < 0.2, "attention " + attention);
        assertTrue(Double.isNaN(profile.heldBackError(Kernel.COLLECTIVE)));
        assertTrue(profile.sources().getFirst().contains("of test/Model-8B on Test GPU"), profile.sources()::toString);
    }

    @Test
    void secondLayout_isReadUnderTheNamesOfTheFirst() throws IOException, MeasurementFailure {
        Path file = folder.resolve("old/layers.csv.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join(
                            "\n",
                            "layer_name,input,kv_cache,tp_size,latency(ns)",
                            "q_proj,1,0,1,1000",
                            "k_proj,1,0,1,200",
                            "v_proj,1,0,1,300",
                            "input_layernorm,1,0,1,100",
                            "post_layernorm,1,0,1,300",
                            "attn,1,0,1,999999")
                    .getBytes(StandardCharsets.UTF_8));
        }
        String columns = "time_stats.attn_prefill.mean,time_stats.attn_decode.mean,n_q_head,n_kv_head,"
                + "num_tensor_parallel_workers,batch_size,prefill_chunk_size,kv_cache_size,is_prefill";
        write("old/attention.csv", List.of(columns, "0.5,,32,8,1,1,64,96,True", ",0.25,32,8,1,4,0,128,False"));

        LayerTimes times =
                ServingProfile.read(folder.resolve("old")).layers(shape(32, 1)).orElseThrow();

        assertEquals(1500e-9, times.seconds(times.layer("qkv_proj"), 1), 1e-15);
        assertEquals(200e-9, times.seconds(times.layer("layernorm"), 1), 1e-15);
        assertEquals(-1, times.layer("attn"));
        assertEquals(0.5e-3, times.attentionSeconds(64, 32, 0, 0, 0), 1e-12);
        assertEquals(0.25e-3, times.attentionSeconds(0, 0, 4, 128, 128), 1e-12);
        assertEquals(0.75e-3, times.attentionSeconds(64, 32, 4, 128, 128), 1e-12);
    }

    @Test
    void brokenTable_isNamedWithItsLine() throws IOException {
        write("bad/tp1/dense.csv", List.of("layer,tokens,time_us", "qkv_proj,16,12", "qkv_proj,32,-3"));

        assertTrue(ServingProfile.isProfile(folder.resolve("bad")));
        String message = assertThrows(MeasurementFailure.class, () -> ServingProfile.read(folder.resolve("bad")))
                .getMessage();
        assertTrue(message.contains("dense.csv:3"), message);
    }

    @Test
    void folderWithoutLayers_isNoProfile() {
        assertFalse(ServingProfile.isProfile(folder));
        assertThrows(MeasurementFailure.class, () -> ServingProfile.read(folder));
    }

    @Test
    void kernels_areProductsAttentionAndElementWiseWorkOfTheModel() throws IOException, MeasurementFailure {
        write("tp1/dense.csv", List.of("layer,tokens,time_us", "qkv_proj,64,50", "act_fn,64,4", "sampler,64,30"));
        write("tp1/per_sequence.csv", List.of("layer,sequences,time_us", "lm_head,8,700"));
        write(
                "tp1/attention.csv",
                List.of(
                        "prefill_chunk,kv_prefill,n_decode,kv_decode,time_us",
                        "256,1024,0,0,20",
                        "0,0,16,512,30",
                        "256,1024,16,512,60"));

        Measurements kernels = ServingProfile.read(folder).kernels(shape(32, 1), 4096);

        Map<Kernel, KernelPoints> points = new EnumMap<>(Kernel.class);
        kernels.points().forEach(p -> points.put(p.kernel(), p));
        assertEquals(Set.of(Kernel.MATRIX, Kernel.PREFILL, Kernel.DECODE, Kernel.VECTOR), points.keySet());
        // Queries of 32 heads and keys and values of 8 heads of 128: 6144 columns; 128256 words.
        assertArrayEquals(
                new double[] {64, 6144, 4096}, points.get(Kernel.MATRIX).shapes()[0]);
        assertArrayEquals(
                new double[] {8, 128256, 4096}, points.get(Kernel.MATRIX).shapes()[1]);
        assertEquals(700e-6, points.get(Kernel.MATRIX).seconds()[1], 1e-12);
        assertArrayEquals(
                new double[] {1, 256, 1024, 32, 8, 128},
                points.get(Kernel.PREFILL).shapes()[0]);
        assertArrayEquals(
                new double[] {16, 512, 32, 8, 128}, points.get(Kernel.DECODE).shapes()[0]);
        // 64 tokens, gate, up and result of 14336 numbers of 2 bytes.
        assertArrayEquals(
                new double[] {64 * 3 * 14336 * 2}, points.get(Kernel.VECTOR).shapes()[0]);
        assertThrows(MeasurementFailure.class, () -> ServingProfile.read(folder).kernels(shape(32, 2), 4096));
    }
}
