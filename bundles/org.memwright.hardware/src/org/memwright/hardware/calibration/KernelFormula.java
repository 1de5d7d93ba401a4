/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import java.util.function.Function;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

/** A formula for the time of one sort of kernel. */
public sealed interface KernelFormula
        permits MatrixFormula, DecodeFormula, PrefillFormula, VectorFormula, CollectiveFormula, HostFormula {
    /** What it times. */
    Kernel kernel();

    /** What a shape holds, in order. */
    List<String> axes();

    /** The parameters of a device, in order. */
    default List<Coefficient> coefficients() {
        return coefficients(kernel());
    }

    /** The parameters that the formula of a kernel has for each device; empty where no formula times it. */
    static List<Coefficient> coefficients(Kernel kernel) {
        return switch (kernel) {
            case MATRIX -> MatrixFormula.COEFFICIENTS;
            case PREFILL -> PrefillFormula.COEFFICIENTS;
            case DECODE -> DecodeFormula.COEFFICIENTS;
            case VECTOR -> VectorFormula.COEFFICIENTS;
            case COLLECTIVE -> CollectiveFormula.COEFFICIENTS;
            case HOST -> HostFormula.COEFFICIENTS;
            case LAYER, ITERATION -> List.of();
        };
    }

    /**
     * The time of one call.
     *
     * @param coefficients values in the order of {@link #coefficients()}
     * @param shape values in the order of {@link #axes()}
     * @return seconds
     */
    double seconds(double[] coefficients, double[] shape);

    /**
     * The formula of a kernel.
     *
     * @param precision of the operands; of keys and values, for attention, which computes in 16 bits
     * @param sheets the data sheet of the device by the precision that a kernel computes in
     * @throws IllegalArgumentException if no formula times that kernel
     */
    static KernelFormula of(Kernel kernel, Precision precision, Function<Precision, DataSheet> sheets) {
        return switch (kernel) {
            case MATRIX -> new MatrixFormula(sheets.apply(precision), precision.bytes());
            case PREFILL -> new PrefillFormula(sheets.apply(Precision.BF16), precision.bytes());
            case DECODE -> new DecodeFormula(sheets.apply(Precision.BF16), precision.bytes());
            case VECTOR -> new VectorFormula(sheets.apply(Precision.BF16));
            case COLLECTIVE -> new CollectiveFormula();
            case HOST -> new HostFormula();
            case LAYER, ITERATION -> throw new IllegalArgumentException("no formula times " + kernel.label());
        };
    }

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
