/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * The time of one layer's causal attention over prompts.
 *
 * <p>Tiles of 128 queries run on the cores in waves; a tile computes against all tokens before it and half of its own.
 *
 * <p>Shape: sequences, new tokens of each, tokens before them, query heads, key-value heads, head dimension. Units:
 * seconds.
 */
public final class PrefillFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 1e-5, 1e-6, 1e-4, true),
            new Coefficient("compute", "", "share of the peak that full tiles reach", 0.6, 0.1, 1.2, false),
            new Coefficient("memory", "", "share of the bandwidth that streams reach", 0.8, 0.1, 1.5, false),
            new Coefficient("overlap", "", "norm that joins computing, streaming and steps", 2, 1, 10, false),
            new Coefficient(
                    "step", "s", "time that each token before adds to the longest tile", 1e-9, 1e-13, 1e-6, true),
            new Coefficient("waves", "", "share of a full wave that a partial one costs", 0.5, 0, 1, false),
            new Coefficient("start", "tokens", "tokens whose time a tile takes to start", 50, 0.1, 5e3, true));

    private static final double TILE = 128;

    /** Queries and results are of 16 bits, whatever keys and values are kept in. */
    private static final double QUERY_BYTES = 2;

    private final DataSheet sheet;
    private final double bytesPerNumber;

    /**
     * @param sheet the device
     * @param bytesPerNumber bytes of one kept number
     */
    public PrefillFormula(DataSheet sheet, double bytesPerNumber) {
        this.sheet = sheet;
        this.bytesPerNumber = bytesPerNumber;
    }

    @Override
    public Kernel kernel() {
        return Kernel.PREFILL;
    }

    @Override
    public List<String> axes() {
        return List.of("sequences", "new", "before", "query heads", "key-value heads", "head dimension");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        double sequences = shape[0];
        double fresh = shape[1];
        double before = shape[2];
        double heads = shape[3];
        double shared = shape[4];
        double width = shape[5];
        double waves = sequences * heads * Math.ceil(fresh / TILE) / sheet.cores();
        double paid = waves >= 1 ? (1 - c[5]) * waves + c[5] * Math.ceil(waves) : 1;
        double seen = before + fresh / 2 + TILE / 2;
        double computing =
                paid * 4 * TILE * (seen + c[6]) * width * sheet.cores() / (sheet.operationsPerSecond() * c[1]);
        double bytes =
                2 * sequences * width * (QUERY_BYTES * fresh * heads + bytesPerNumber * (before + fresh) * shared);
        double streaming = bytes / (sheet.bytesPerSecond() * c[2]);
        double stepping = c[4] * (before + fresh);
        return c[0] + KernelFormula.overlapped(c[3], computing, streaming, stepping);
    }
}
