/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * What the host adds to an iteration: it starts the kernels of each layer, and takes up each sequence.
 *
 * <p>Assumes: kernels are started one by one. An engine that records them as graphs, or schedules ahead of the device, hides
 * most of it; then nothing is fitted.
 *
 * <p>Shape: layers, sequences, and the seconds that the device itself takes, to which the host's are added; so errors are of
 * whole iterations. Units: seconds.
 */
public final class HostFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient(
                    "layer", "s", "time that the kernels of one layer wait for the host", 1e-4, 1e-7, 1e-2, true),
            new Coefficient("sequence", "s", "time that one sequence adds", 1e-5, 1e-8, 1e-2, true));

    @Override
    public Kernel kernel() {
        return Kernel.HOST;
    }

    @Override
    public List<String> axes() {
        return List.of("layers", "sequences", "device");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        return shape[0] * c[0] + shape[1] * c[1] + shape[2];
    }
}
