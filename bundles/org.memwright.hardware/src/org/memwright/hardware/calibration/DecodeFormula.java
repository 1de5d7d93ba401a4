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
 * where every query head has its own keys and values. Too few items cannot saturate the memory. Items beyond the cores follow
 * each other, and queries that share keys and values still compute one by one. Joining parts and gathering queries that share
 * cost a share of a launch.
 *
 * <p>Four numbers are of the device; the others, below, serve all devices: they were settled on decode attention of an A100
 * and an H100 together (NVIDIA AI Configurator, 2025), without the shapes that are held back.
 *
 * <p>Shape: sequences, kept tokens of each, query heads, key-value heads, head dimension. Units: seconds.
 */
public final class DecodeFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 1e-5, 1e-6, 1e-4, true),
            new Coefficient("streaming", "", "share of the bandwidth that long reads reach", 0.8, 0.1, 1.2, false),
            new Coefficient("computing", "", "share of the peak that scores and sums reach", 0.25, 0.005, 1.2, true),
            new Coefficient(
                    "ungrouped",
                    "",
                    "share of the parts that heads which share nothing are split into",
                    0.5,
                    0,
                    1,
                    false));

    /** Norm that joins reading, queueing and computing. */
    private static final double OVERLAP = 1.8;

    /** Work items per core that saturate the memory. */
    private static final double SATURATION = 0.61;

    /** Time that each further item of a core adds, at the usual head dimension. */
    private static final double ITEM_SECONDS = 3.95e-6;

    /** Kept tokens of one part of a split sequence. */
    private static final double PART_TOKENS = 165;

    /** Share of a launch that joining parts takes, and that gathering queries takes. */
    private static final double JOINING = 0.2;

    private static final double GATHERING = 0.28;

    /** Bytes that still stream faster, as a share of the cache, and the share of their time that is saved. */
    private static final double CACHED = 0.051;

    private static final double CACHE_GAIN = 0.98;

    /** Wide heads compute slower by this power of the width, against the usual head dimension. */
    private static final double WIDTH_POWER = 0.5;

    private static final double USUAL_WIDTH = 128;

    /** Queries and results are of 16 bits, whatever keys and values are kept in. */
    private static final double QUERY_BYTES = 2;

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
        double idle = Math.max(1, Math.min(kept / PART_TOKENS, Math.max(1, sheet.cores() / items)));
        double parts = heads > shared ? idle : 1 + c[3] * (idle - 1);
        double saturated = Math.min(1, items * parts / (sheet.cores() * SATURATION));
        double bytes = 2 * bytesPerNumber * items * kept * width + 2 * QUERY_BYTES * sequences * heads * width;
        double cached = Math.exp(-bytes / (CACHED * sheet.cacheBytes()));
        double reading =
                bytes / (sheet.bytesPerSecond() * c[1]) / Math.max(saturated, 1e-3) * (1 - cached * CACHE_GAIN);
        double slower = Math.pow(width / USUAL_WIDTH, WIDTH_POWER);
        double queued = items / sheet.cores() * ITEM_SECONDS * slower;
        double operations = 4 * items * kept * width * Math.max(1, heads / shared);
        double computing = operations * slower / (sheet.operationsPerSecond() * c[2]);
        double launches = 1 + (heads > shared ? GATHERING : 0) + (parts > 1 ? JOINING : 0);
        return c[0] * launches + KernelFormula.overlapped(OVERLAP, reading, queued, computing);
    }
}
