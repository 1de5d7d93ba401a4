/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.memwright.hardware.Precision;

/**
 * Fits the formulas of all kernels that were measured.
 *
 * @param sheets the data sheet of the device by the precision that a kernel computes in
 */
public record Calibrator(Function<Precision, DataSheet> sheets) {

    /**
     * Fits every kernel of which there are enough points.
     *
     * @throws IllegalArgumentException if the data sheet lacks what a formula takes from it
     */
    public List<KernelFit> fit(Measurements measurements) {
        List<KernelFit> fits = new ArrayList<>();
        for (KernelPoints points : measurements.points()) {
            KernelFormula formula = formula(points);
            if (points.fitted() >= formula.coefficients().size()) {
                fits.add(KernelFit.of(formula, points));
            }
        }
        return fits;
    }

    private KernelFormula formula(KernelPoints points) {
        return KernelFormula.of(points.kernel(), points.precision(), sheets);
    }
}
