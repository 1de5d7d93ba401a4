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
}
