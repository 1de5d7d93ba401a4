/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * The time of one layer's attention of a decode step: every sequence reads its kept keys and values once.
 *
 * <p>A sequence and key-value head is one work item; a long one is split over idle cores, though some kernels split less
 * where every query head has its own keys and values. Too few items cannot saturate the memory. Items beyond the
 * cores follow each other, and queries that share keys and values still compute one by one.
 *
 * <p>Shape: sequences, kept tokens of each, query heads, key-value heads, head dimension. Units: seconds.
 */
public final class DecodeFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 1e-5, 1e-6, 1e-4, true),
            new Coefficient("memory", "", "share of the bandwidth that long reads reach", 0.8, 0.2, 1.2, false),
            new Coefficient("overlap", "", "norm that joins reading, items and computing", 2, 1, 10, false),
            new Coefficient("saturation", "", "work items per core that saturate the memory", 1, 0.05, 10, true),
            new Coefficient("item", "s", "time that each further item of a core adds", 5e-7, 1e-9, 1e-4, true),
            new Coefficient("cache", "", "share of the cache that keeps keys and values", 0.5, 0.01, 10, false),
            new Coefficient("join", "s", "time to join the parts of a split sequence", 2e-6, 1e-9, 3e-5, true),
            new Coefficient("split", "tokens", "kept tokens of one part of a split sequence", 256, 16, 1e5, true),
            new Coefficient("compute", "s", "time per kept number and query that shares it", 1e-14, 1e-18, 1e-11, true),
            new Coefficient("gather", "s", "time to gather queries that share keys and values", 2e-6, 1e-9, 3e-5, true),
            new Coefficient(
                    "ungrouped",
                    "",
                    "share of the parts that heads which share nothing are split into",
                    0.5,
                    0,
                    1,
                    false));

    private final DataSheet sheet;
    private final double bytesPerNumber;

    /**
     * @param sheet the device
     * @param bytesPerNumber bytes of one kept number
     */
    public DecodeFormula(DataSheet sheet, double bytesPerNumber) {
        this.sheet = sheet;
        this.bytesPerNumber = bytesPerNumber;
    }

    @Override
    public Kernel kernel() {
        return Kernel.DECODE;
    }

    @Override
    public List<String> axes() {
        return List.of("sequences", "kept", "query heads", "key-value heads", "head dimension");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        double sequences = shape[0];
        double kept = shape[1];
        double heads = shape[2];
        double shared = shape[3];
        double width = shape[4];
        double items = sequences * shared;
        double idle = Math.max(1, Math.min(kept / c[7], Math.max(1, sheet.cores() / items)));
        double parts = heads > shared ? idle : 1 + c[10] * (idle - 1);
        double saturated = Math.min(1, items * parts / (sheet.cores() * c[3]));
        double bytes = 2 * bytesPerNumber * items * kept * width + 4 * sequences * heads * width;
        double cached = Math.exp(-bytes / (c[5] * sheet.cacheBytes()));
        double reading = bytes / (sheet.bytesPerSecond() * c[1]) / Math.max(saturated, 1e-3) * (1 - cached * 2 / 3);
        double queued = items / sheet.cores() * c[4];
        double computing = c[8] * items * kept * width * Math.max(1, heads / shared);
        double gathering = heads > shared ? c[9] : 0;
        return c[0] + gathering + (parts > 1 ? c[6] : 0) + KernelFormula.overlapped(c[2], reading, queued, computing);
    }
}
