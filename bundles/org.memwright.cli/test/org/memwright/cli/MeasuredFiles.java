/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.memwright.hardware.calibration.DataSheet;
import org.memwright.hardware.calibration.DecodeFormula;
import org.memwright.hardware.calibration.MatrixFormula;

/** Measurements of a device that is known, for tests: what its formulas say, under noise. */
final class MeasuredFiles {
    /** What the A100 of the library declares. */
    private static final DataSheet A100 = new DataSheet(312e12, 2.039e12, 40 << 20, 108);

    static final double[] MATRIX = {6e-6, 0.7, 0.9, 3e-9};
    static final double[] DECODE = {2e-5, 0.6, 0.1, 0.9};

    private MeasuredFiles() {}

    /** Products of matrices with 3 % noise. */
    static Path matrices(Path file) {
        var formula = new MatrixFormula(A100, 2);
        var random = new SplittableRandom(3);
        var text = new StringBuilder("framework,version,device,gemm_dtype,m,n,k,latency\n");
        for (int i = 0; i < 500; i++) {
            double[] shape = {1 << random.nextInt(13), 128 << random.nextInt(7), 128 << random.nextInt(7)};
            row(
                    text,
                    "LIB,1.0,NVIDIA A100-SXM4-80GB,bfloat16,%.0f,%.0f,%.0f",
                    shape,
                    random,
                    formula.seconds(MATRIX, shape));
        }
        return Called.write(file, text.toString());
    }

    /** Decode attention with 3 % noise. */
    static Path decodes(Path file) {
        var formula = new DecodeFormula(A100, 2);
        var random = new SplittableRandom(4);
        var text = new StringBuilder(
                "device,op_name,batch_size,isl,num_heads,num_key_value_heads,head_dim,kv_cache_dtype,step,latency\n");
        for (int i = 0; i < 500; i++) {
            double[] shape = {1 << random.nextInt(8), 64 << random.nextInt(9), 32, 8 << random.nextInt(3), 128};
            row(
                    text,
                    "NVIDIA A100-SXM4-80GB,generation_attention,%.0f,%.0f,%.0f,%.0f,%.0f,bfloat16,0",
                    shape,
                    random,
                    formula.seconds(DECODE, shape));
        }
        return Called.write(file, text.toString());
    }

    private static void row(StringBuilder text, String begin, double[] shape, SplittableRandom random, double seconds) {
        Object[] cells = new Object[shape.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = shape[i];
        }
        double millis = 1e3 * seconds * Math.exp(0.03 * random.nextGaussian());
        text.append(String.format(Locale.ROOT, begin, cells)).append(String.format(Locale.ROOT, ",%.9f\n", millis));
    }
}
