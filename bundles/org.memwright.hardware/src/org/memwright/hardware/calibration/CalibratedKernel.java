/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

/**
 * A kernel whose time a formula gives, with the coefficients that measurements settled.
 *
 * @param precision of the operands; of keys and values, for attention
 * @param coefficients values in the order of the formula's coefficients
 * @param heldBackError mean of {@code |predicted / measured - 1|} over shapes that the fit never saw; NaN if not known
 */
public record CalibratedKernel(
        KernelFormula formula, Precision precision, List<Double> coefficients, double heldBackError) {

    /** @throws IllegalArgumentException if the number of coefficients is not that of the formula */
    public CalibratedKernel {
        coefficients = List.copyOf(coefficients);
        if (coefficients.size() != formula.coefficients().size()) {
            throw new IllegalArgumentException(formula.kernel().label() + ": there are " + coefficients.size()
                    + " coefficients, must be " + formula.coefficients().size());
        }
    }

    public Kernel kernel() {
        return formula.kernel();
    }
}
