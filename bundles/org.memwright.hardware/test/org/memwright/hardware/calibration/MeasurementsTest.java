/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

class MeasurementsTest {
    private static final String MATRICES = "framework,version,device,gemm_dtype,m,n,k,latency\n";
    private static final DataSheet SHEET = new DataSheet(312e12, 2.039e12, 40e6, 108);

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void read_tellsTablesByTheirColumns_whateverTheyAreCalled() throws Exception {
        write("a.csv", MATRICES + "\"LIB\",\"1.0\",\"Device X\",\"bfloat16\",16,4096,1024,0.005\n");
        write(
                "b.csv",
                "op_name,batch_size,isl,num_heads,num_key_value_heads,head_dim,kv_cache_dtype,step,window_size,latency\n"
                        + "context_attention,2,512,32,8,128,bfloat16,0,0,0.1\n"
                        + "generation_attention,4,1,32,0,128,fp8,1023,0,0.02\n"
                        + "generation_attention,4,1,32,0,128,fp8,1023,128,0.02\n");
        write(
                "c.csv",
                "op_name,num_gpus,message_size,allreduce_dtype,latency\nall_reduce,4,1024,bfloat16,0.006\n"
                        + "all_reduce,4,1024,bfloat16,0.005\nall_gather,4,1024,bfloat16,0.004\n");
        write("notes.txt", "not a table\n");

        Measurements read = Measurements.read(folder);

        assertEquals("Device X", read.device());
        assertEquals(List.of("LIB 1.0"), read.software());
        Map<Kernel, KernelPoints> points = new EnumMap<>(Kernel.class);
        read.points().forEach(p -> points.put(p.kernel(), p));
        assertArrayEquals(
                new double[] {16, 4096, 1024}, points.get(Kernel.MATRIX).shapes()[0]);
        assertEquals(5e-6, points.get(Kernel.MATRIX).seconds()[0], 1e-15);
        assertArrayEquals(
                new double[] {2, 512, 0, 32, 8, 128}, points.get(Kernel.PREFILL).shapes()[0]);
        // No key-value heads means as many as heads; the new token counts among the kept ones.
        assertArrayEquals(
                new double[] {4, 1024, 32, 32, 128}, points.get(Kernel.DECODE).shapes()[0]);
        assertEquals(Precision.FP8, points.get(Kernel.DECODE).precision());
        // 1024 numbers of 2 bytes; of two libraries the faster one is used.
        assertArrayEquals(new double[] {4, 2048}, points.get(Kernel.COLLECTIVE).shapes()[0]);
        assertEquals(5e-6, points.get(Kernel.COLLECTIVE).seconds()[0], 1e-15);
        assertEquals(Map.of("attention to a window of tokens", 1, "collective all_gather", 1), read.leftOut());
    }

    @Test
    void read_unpacksGzip_whateverItIsCalled() throws Exception {
        Path file = folder.resolve("packed.csv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((MATRICES + "L,1,D,fp8,1,2,3,0.1\n").getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(Precision.FP8, Measurements.read(file).points().getFirst().precision());
    }

    @Test
    void read_saysWhereATableIsBroken() throws Exception {
        Path text = write("text.csv", MATRICES + "L,1,D,bfloat16,1,2,3,0.1\nL,1,D,bfloat16,1,two,3,0.1\n");
        assertEquals(text + ":3: n is 'two', must be a number; mend or delete the row", message(text));

        Path zero = write("zero.csv", MATRICES + "L,1,D,bfloat16,1,2,3,0\n");
        assertEquals(zero + ":2: latency is 0, must be above 0; mend or delete the row", message(zero));

        Path shorter = write("short.csv", MATRICES + "L,1,D,bfloat16,1\n");
        assertEquals(shorter + ":2: has 5 cells, but the header names 8; mend or delete the row", message(shorter));

        Path other = write("other.csv", "a,b\n1,2\n");
        assertTrue(message(other).startsWith(other + ":1: its columns are those of no measurement; known are"));

        Path empty = write("empty.csv", "");
        assertEquals(empty + ":1: there is no header; its first line must name the columns", message(empty));

        Path two = write("two.csv", MATRICES + "L,1,D,bfloat16,1,2,3,0.1\nL,1,E,bfloat16,1,2,3,0.1\n");
        assertTrue(message(two).startsWith(two + ": holds measurements of several devices (D, E)"), message(two));
    }

    private static String message(Path file) {
        return String.valueOf(assertThrows(MeasurementFailure.class, () -> Measurements.read(file))
                .getMessage());
    }

    /** A table of products on a device whose four numbers are known, with 3 % noise. */
    private Path made(double[] coefficients) throws IOException {
        var formula = new MatrixFormula(SHEET, 2);
        var random = new SplittableRandom(11);
        var text = new StringBuilder(MATRICES);
        for (int i = 0; i < 600; i++) {
            double[] shape = {
                1 << random.nextInt(13), 128 << random.nextInt(7), 128 << random.nextInt(7),
            };
            double seconds = formula.seconds(coefficients, shape) * Math.exp(0.03 * random.nextGaussian());
            text.append(String.format(
                    Locale.ROOT,
                    "L,1,Made,bfloat16,%.0f,%.0f,%.0f,%.9f\n",
                    shape[0],
                    shape[1],
                    shape[2],
                    seconds * 1e3));
        }
        return write("made.csv", text.toString());
    }

    @Test
    void measuredTimes_predictTheDeviceThatWasMeasured() throws Exception {
        double[] coefficients = {6e-6, 0.7, 0.9, 3e-9};
        var times =
                new MeasuredTimes("device", List.of(made(coefficients)), List.of(), new Calibrator(precision -> SHEET));

        double truth = new MatrixFormula(SHEET, 2).seconds(coefficients, new double[] {24, 11008, 4096});

        assertEquals(truth, times.matrixSeconds(Precision.BF16, 24, 11008, 4096), 0.03 * truth);
        assertEquals(
                times.matrixSeconds(Precision.BF16, 24, 11008, 4096),
                times.matrixSeconds(Precision.FP16, 24, 11008, 4096),
                "both formats of 16 bits take the same time");
        assertTrue(Double.isNaN(times.matrixSeconds(Precision.FP8, 24, 11008, 4096)), "fp8 was not measured");
        assertTrue(Double.isNaN(times.decodeSeconds(Precision.BF16, 1, 1024, 32, 8, 128)), "nor was attention");
        assertTrue(times.heldBackError(Kernel.MATRIX) > 0.01 && times.heldBackError(Kernel.MATRIX) < 0.05);
        assertTrue(times.sources().getFirst().startsWith("matrix product (bf16): 4 coefficients fitted to"));
    }

    @Test
    void measuredTimes_sayWhatIsWrongWhenTheyAreAsked() {
        Path missing = folder.resolve("missing.csv");
        var times = new MeasuredTimes("device", List.of(missing), List.of(), new Calibrator(precision -> SHEET));

        var thrown = assertThrows(IllegalArgumentException.class, () -> times.matrixSeconds(Precision.BF16, 1, 1, 1));

        assertEquals(
                missing + ": there is no such file; give the path of a table of measurements", thrown.getMessage());
    }

    @Test
    void kernels_ofADeviceHaveTenNumbersAtMost() {
        int numbers = KernelFormula.coefficients(Kernel.MATRIX).size()
                + KernelFormula.coefficients(Kernel.PREFILL).size()
                + KernelFormula.coefficients(Kernel.DECODE).size();

        assertTrue(numbers <= 10, numbers + " numbers");
    }
}
