/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * The time of a product of matrices {@code [m, k] x [k, n]}.
 *
 * <p>Tiles of 128 columns and up to 128 rows run on the cores in waves; a last wave that is not full costs part of a
 * whole one; where there are fewer tiles than cores, a long {@code k} is split over the idle ones. Bytes stream at a share
 * of the bandwidth, and what fits the cache streams faster. The steps along {@code k} of one tile follow each other, which
 * bounds small products. The three overlap in part.
 *
 * <p>Shape: rows, columns, depth. Units: seconds. Assumes: both operands and the result at the same number of bytes.
 */
public final class MatrixFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one product", 4e-6, 1e-7, 3e-5, true),
            new Coefficient("compute", "", "share of the peak that full tiles reach", 0.8, 0.2, 1.2, false),
            new Coefficient("memory", "", "share of the bandwidth that streams reach", 0.8, 0.2, 1.2, false),
            new Coefficient("overlap", "", "norm that joins computing, streaming and steps", 2, 1, 20, false),
            new Coefficient("split", "", "depth from which idle cores share one tile", 2048, 64, 1e6, true),
            new Coefficient("steps", "", "depth at which the steps of one tile stop adding up", 4000, 2000, 1e5, true),
            new Coefficient("cache", "", "share of the cache that keeps operands between calls", 0.5, 0.01, 10, true),
            new Coefficient("rows", "", "rows below which a tile runs no faster", 32, 1, 128, true),
            new Coefficient("waves", "", "share of a full wave that a partial one costs", 0.5, 0, 1, false),
            new Coefficient("step", "s", "time of one step along the depth", 1e-9, 1e-12, 1e-7, true));

    private static final double TILE = 128;

    private final DataSheet sheet;
    private final double bytesPerNumber;

    /**
     * @param sheet the device
     * @param bytesPerNumber bytes of one element of the matrices
     */
    public MatrixFormula(DataSheet sheet, double bytesPerNumber) {
        this.sheet = sheet;
        this.bytesPerNumber = bytesPerNumber;
    }

    @Override
    public Kernel kernel() {
        return Kernel.MATRIX;
    }

    @Override
    public List<String> axes() {
        return List.of("rows", "columns", "depth");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        double m = shape[0];
        double n = shape[1];
        double k = shape[2];
        double tileRows = Math.min(TILE, Math.max(16, Math.pow(2, Math.ceil(Math.log(m) / Math.log(2) - 1e-9))));
        double waves = Math.ceil(m / tileRows) * Math.ceil(n / TILE) / sheet.cores();
        double paid = waves >= 1
                ? (1 - c[8]) * waves + c[8] * Math.ceil(waves)
                : Math.max(waves, Math.min(1, waves * Math.max(1, k / c[4])));
        double computing =
                paid * 2 * Math.max(tileRows, c[7]) * TILE * k * sheet.cores() / (sheet.operationsPerSecond() * c[1]);
        double bytes = bytesPerNumber * (m * k + n * k + m * n);
        double cached = Math.exp(-bytes / (c[6] * sheet.cacheBytes()));
        double streaming = bytes / (sheet.bytesPerSecond() * c[2]) * (1 - cached * CACHE_GAIN);
        double stepping = c[5] * (1 - Math.exp(-k / c[5])) * c[9];
        return c[0] + KernelFormula.overlapped(c[3], computing, streaming, stepping);
    }

    /** Share of the streaming time that a cached operand saves; caches of GPUs are about 3 times as fast as memory. */
    private static final double CACHE_GAIN = 2.0 / 3;
}
