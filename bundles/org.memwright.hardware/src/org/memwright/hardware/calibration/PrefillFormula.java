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
 * <p>Tiles of 64 or 128 queries, whichever takes less, are spread over the cores; a tile computes against all tokens before
 * it and half of its own. The tile at the end of a prompt sees them all, which bounds small batches of long prompts.
 *
 * <p>Two numbers are of the device; the others, below, serve all devices: they were settled on prefill attention of an A100
 * and an H100 together (NVIDIA AI Configurator, 2025), without the shapes that are held back.
 *
 * <p>Shape: sequences, new tokens of each, tokens before them, query heads, key-value heads, head dimension. Units:
 * seconds.
 */
public final class PrefillFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 1e-5, 1e-6, 1e-4, true),
            new Coefficient("computing", "", "share of the peak that full tiles reach", 0.6, 0.05, 1.2, false));

    private static final double[] TILES = {64, 128};

    /** Norm that joins computing and streaming, and work spread over the cores and the longest tile. */
    private static final double OVERLAP = 1.21;

    /** Share of the bandwidth that queries, keys and values reach. */
    private static final double STREAMING = 0.42;

    /** Time of the longest tile against that of the same work in the middle of many. */
    private static final double LONGEST = 1.06;

    /** Tokens whose time a tile takes to start. */
    private static final double START_TOKENS = 64.5;

    /** Narrow heads run slower by this power of the width, against the usual head dimension. */
    private static final double WIDTH_POWER = 0.31;

    private static final double USUAL_WIDTH = 128;

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
        double computing = Double.POSITIVE_INFINITY;
        for (double tile : TILES) {
            double each = 4 * tile * width * sheet.cores() / (sheet.operationsPerSecond() * c[1]);
            double tiles = sequences * heads * Math.ceil(fresh / tile);
            double seen = before + Math.min(fresh, (fresh + tile) / 2);
            double spread = tiles * (seen + START_TOKENS) * each / sheet.cores();
            double longest = (before + fresh + START_TOKENS) * LONGEST * each;
            computing = Math.min(computing, KernelFormula.overlapped(OVERLAP, spread, longest, 0));
        }
        double bytes =
                2 * sequences * width * (QUERY_BYTES * fresh * heads + bytesPerNumber * (before + fresh) * shared);
        double streaming = bytes / (sheet.bytesPerSecond() * STREAMING);
        double slower = Math.pow(USUAL_WIDTH / width, WIDTH_POWER);
        return c[0] + slower * KernelFormula.overlapped(OVERLAP, computing, streaming, 0);
    }
}
