/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    Path folder;

    @Test
    void calibrate_findsTheNumbersOfTheDevice_andWritesThemBack() throws IOException {
        MeasuredFiles.matrices(folder.resolve("a.csv"));
        MeasuredFiles.decodes(folder.resolve("b.csv"));
        Path out = folder.resolve("out/measured.memw");

        Called called = Called.with("calibrate", folder, "--on", "A100_80G", "--out", out, "--name", "Mine");

        assertEquals(0, called.exitCode(), called.toString());
        assertTrue(called.out().contains("matrix product  bf16\n  fitted to "), called.out());
        assertTrue(called.out().contains("outside of it times are extrapolated"), called.out());
        // The device was made with computing 70 % and streaming 60 %.
        assertTrue(called.out().matches("(?s).*computing +(69|70|71)\\.[0-9]%.*"), called.out());
        String written = Files.readString(out);
        assertTrue(written.contains("hardware Mine extends memwright.hardware.A100_80G {"), written);
        assertTrue(
                written.matches(
                        "(?s).*calibrate gpu decode bf16 \\{ launch .* streaming (59|60|61)\\.[0-9]%.* error [0-9.]+%"
                                + " }.*"),
                written);
        assertEquals(0, Called.with("check", out).exitCode(), "what is written is a design without errors");
        assertEquals(0, Called.with("fmt", "--check", out).exitCode(), "and in canonical form");
    }

    @Test
    void calibrate_saysWhatIsWrong() {
        Path broken = Called.write(folder.resolve("broken.csv"), "gemm_dtype,m,n,k,latency\nbfloat16,1,2,x,0.1\n");

        Called wrong = Called.with("calibrate", broken, "--on", "A100_80G");
        assertEquals(1, wrong.exitCode(), wrong.toString());
        assertTrue(
                wrong.err().contains(broken + ":2: k is 'x', must be a number; mend or delete the row."), wrong.err());

        Called unknown = Called.with("calibrate", broken, "--on", "A1000");
        assertEquals(2, unknown.exitCode(), unknown.toString());
        assertTrue(unknown.err().contains("--on A1000: the library has no such hardware."), unknown.err());
    }

    @Test
    void calibrate_fitsTheHostToTimesOfTokens() throws IOException {
        // 80 layers that wait 8 ms each, and 2 ms for a sequence; on two A100 the device itself needs some 40 ms more.
        var table = new StringBuilder(
                "model,hardware,prompt_size,batch_size,token_size,prompt_time,token_time,tensor_parallel\n");
        for (int sequences = 1; sequences <= 64; sequences *= 2) {
            table.append("llama2-70b,a100-80gb,128,").append(sequences).append(",16,100,");
            table.append(80 * 8 + 2 * sequences + 40).append(",2\n");
        }
        Path file = Called.write(folder.resolve("phases.csv"), table.toString());
        Path out = folder.resolve("host.memw");

        Called called = Called.with("calibrate", file, "--on", "A100_80G", "--out", out);

        assertEquals(0, called.exitCode(), called.toString());
        assertTrue(called.out().matches("(?s).*host overhead\n.* layer +[78]\\.[0-9]+ ms .*"), called.out());
        assertTrue(Files.readString(out).matches("(?s).*calibrate gpu host \\{ layer .* sequence .* error .*"));
        assertEquals(0, Called.with("check", out).exitCode());

        Called judged = Called.with("validate", folder);
        assertEquals(0, judged.exitCode(), judged.toString());
        assertTrue(judged.out().contains("time of a token, median error, llama2-70b on 2 x a100-80gb"), judged.out());
    }

    @Test
    void calibrate_fitsKernelsToTheLayersOfAModel() throws IOException {
        // Products at 100 TFLOP/s and 1 TB/s, whichever takes longer, and 5 us to start.
        var dense = new StringBuilder("layer,tokens,time_us\n");
        for (int tokens = 1; tokens <= 2048; tokens *= 2) {
            for (int columns : new int[] {4096, 6144}) {
                double computing = 2.0 * tokens * columns * 4096 / 100e6;
                double reading = 2.0 * (tokens * 4096 + columns * 4096 + tokens * columns) / 1e6;
                String layer = columns == 4096 ? "o_proj" : "qkv_proj";
                dense.append(layer + "," + tokens + "," + (5 + Math.max(computing, reading)) + "\n");
            }
        }
        Called.write(Files.createDirectories(folder.resolve("profile/tp1")).resolve("dense.csv"), dense.toString());

        Called called =
                Called.with("calibrate", folder.resolve("profile"), "--on", "RTX4090", "--model", "Llama3_1_8B");

        assertEquals(0, called.exitCode(), called.toString());
        assertTrue(called.out().contains("matrix product  bf16\n  fitted to "), called.out());

        Called unnamed = Called.with("calibrate", folder.resolve("profile"), "--on", "RTX4090");
        assertEquals(2, unnamed.exitCode(), unnamed.toString());
        assertTrue(unnamed.err().contains("name one with --model"), unnamed.err());
    }
}
