/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;

/**
 * The time of an all-reduce over devices that are all joined to each other.
 *
 * <p>A small one sends everything to everybody at once; a large one is a reduce-scatter and an all-gather, which sends less
 * and meets once more in between. The faster of the two runs.
 *
 * <p>Source: R. Thakur, R. Rabenseifner, W. Gropp, <cite>Optimization of Collective Communication Operations in
 * MPICH</cite>, 2005.
 * <br>Shape: devices, bytes on each. Units: seconds.
 */
public final class CollectiveFormula implements KernelFormula {
    static final List<Coefficient> COEFFICIENTS = List.of(
            new Coefficient("launch", "s", "time to start and end one call", 5e-6, 1e-7, 1e-4, true),
            new Coefficient("meeting", "s", "time until all devices have met once more", 5e-6, 1e-8, 1e-3, true),
            new Coefficient("bandwidth", "B/s", "bytes that each device sends in a time", 1e11, 1e7, 1e14, true));

    @Override
    public Kernel kernel() {
        return Kernel.COLLECTIVE;
    }

    @Override
    public List<String> axes() {
        return List.of("devices", "bytes");
    }

    @Override
    public double seconds(double[] c, double[] shape) {
        double devices = shape[0];
        double bytes = shape[1];
        if (devices <= 1) {
            return 0;
        }
        double atOnce = (devices - 1) * bytes / c[2];
        double inTwo = c[1] + 2 * (devices - 1) / devices * bytes / c[2];
        return c[0] + Math.min(atOnce, inTwo);
    }
}
