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
 * <p>Tiles run on the cores in whole waves, and the library takes the shape of tile that wastes least; where there are fewer
 * tiles than cores, {@code k} is split over the idle ones. Bytes stream at a share of the bandwidth, and what is
 * small against the cache streams faster. The steps along {@code k} of one tile follow each other, which bounds small
 * products. The three overlap in part.
 *
 * <p>Four numbers are of the device. What else the formula takes is of how libraries tile and overlap, and one value serves
 * all devices: those below were settled on matrix products of an A100 and an H100 together (NVIDIA AI Configurator, 2025),
 * without the shapes that are held back.
 *
 * <p>Shape: rows, columns, depth. Units: seconds. Assumes: both operands at the same number of bytes, the result in 16 bits.
 */
public final class MatrixFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one product", 4e-6, 1e-7, 3e-5, true),
            new Coefficient("computing", "", "share of the peak that full waves reach", 0.8, 0.1, 1.2, false),
            new Coefficient("streaming", "", "share of the bandwidth that operands reach", 0.8, 0.1, 1.2, false),
            new Coefficient("stepping", "s", "time of one step along the depth of a tile", 2e-9, 1e-12, 1e-7, true));

    /** Rows and columns of the tiles that libraries choose from. */
    private static final double[][] TILES = {{256, 128}, {128, 128}, {64, 128}, {64, 64}, {128, 64}, {32, 64}, {16, 64}
    };

    /** Norm that joins computing, streaming and stepping. */
    private static final double OVERLAP = 1.7;

    /** Depth at which the steps of one tile stop adding up, since more of them are in flight. */
    private static final double STEPPING_DEPTH = 1710;

    /** Bytes that still stream faster, as a share of the cache, and the share of their time that is saved. */
    private static final double CACHED = 0.022;

    private static final double CACHE_GAIN = 0.98;

    private static final double RESULT_BYTES = 2;

    /** Activations come in 16 bits: operands in fewer are scaled first, row by row, which reads and writes them once more. */
    private static final double SCALING_ROW_SECONDS = 6.5e-9;

    private final DataSheet sheet;
    private final double bytesPerNumber;

    /**
     * @param sheet the device
     * @param bytesPerNumber bytes of one element of the operands
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
        double rows = shape[0];
        double columns = shape[1];
        double depth = shape[2];
        double computing = paid(rows, columns) * 2 * depth * sheet.cores() / (sheet.operationsPerSecond() * c[1]);
        double bytes = bytesPerNumber * (rows * depth + columns * depth) + RESULT_BYTES * rows * columns;
        double cached = Math.exp(-bytes / (CACHED * sheet.cacheBytes()));
        double streaming = bytes / (sheet.bytesPerSecond() * c[2]) * (1 - cached * CACHE_GAIN);
        double stepping = STEPPING_DEPTH * (1 - Math.exp(-depth / STEPPING_DEPTH)) * c[3];
        return c[0] + scaling(rows, depth, c[2]) + KernelFormula.overlapped(OVERLAP, computing, streaming, stepping);
    }

    private double scaling(double rows, double depth, double reached) {
        if (bytesPerNumber >= RESULT_BYTES) {
            return 0;
        }
        double bytes = rows * depth * (RESULT_BYTES + bytesPerNumber);
        return rows * SCALING_ROW_SECONDS + bytes / (sheet.bytesPerSecond() * reached);
    }

    /** Elements of the result that one core has computed when all are, with the best tile. */
    private double paid(double rows, double columns) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] tile : TILES) {
            double waves = Math.ceil(rows / tile[0]) * Math.ceil(columns / tile[1]) / sheet.cores();
            least = Math.min(least, (waves > 1 ? Math.ceil(waves) : waves) * tile[0] * tile[1]);
        }
        return least;
    }
}
