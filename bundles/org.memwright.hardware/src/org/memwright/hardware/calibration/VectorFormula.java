/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * The time of element-wise work between matrix products: norms, rotary positions, activation functions.
 *
 * <p>Numbers that the kernel before has just written are often still in a cache, so that more than the memory's bandwidth
 * may be reached.
 *
 * <p>Shape: bytes read and written. Units: seconds.
 */
public final class VectorFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 2e-6, 1e-7, 1e-4, true),
            new Coefficient("streaming", "", "share of the bandwidth that numbers reach", 0.8, 0.02, 4, true));

    private final DataSheet sheet;

    /** @param sheet the device */
    public VectorFormula(DataSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public Kernel kernel() {
        return Kernel.VECTOR;
    }

    @Override
    public List<String> axes() {
        return List.of("bytes");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        return c[0] + shape[0] / (sheet.bytesPerSecond() * c[1]);
    }
}
