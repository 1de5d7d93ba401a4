/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;

/** A formula for the time of one sort of kernel. */
public sealed interface KernelFormula permits MatrixFormula, DecodeFormula, PrefillFormula {
    /** How reports call the kernel. */
    String kernel();

    /** What a shape holds, in order. */
    List<String> axes();

    /** The parameters, in order; at most 10. */
    List<Coefficient> coefficients();

    /**
     * The time of one call.
     *
     * @param coefficients values in the order of {@link #coefficients()}
     * @param shape values in the order of {@link #axes()}
     * @return seconds
     */
    double seconds(double[] coefficients, double[] shape);

    /** Joins times that overlap in part: their q-norm; q = 1 adds them up, a large q takes the greatest. */
    static double overlapped(double q, double a, double b, double c) {
        double greatest = Math.max(a, Math.max(b, c));
        if (!(greatest > 0)) {
            return 0;
        }
        return greatest * Math.pow(power(a / greatest, q) + power(b / greatest, q) + power(c / greatest, q), 1 / q);
    }

    private static double power(double ratio, double q) {
        return ratio == 0 ? 0 : Math.pow(ratio, q);
    }
}
