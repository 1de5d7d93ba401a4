/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memwright.hardware.Precision;

/**
 * A formula with the coefficients that fit measurements best.
 *
 * <p>The fit weighs each point by its ratio, so that short kernels count as much as long ones, and far points less
 * (soft L1 of the logarithm). Errors are means of {@code |predicted / measured - 1|}.
 *
 * @param precision of the operands; of keys and values, for attention
 * @param coefficients values in the order of the formula's coefficients
 * @param points points that were fitted
 * @param error error on them
 * @param heldBack points of shapes that were held back
 * @param heldBackError error on those
 * @param medianHeldBackError median error on those
 * @param least the least value of each axis that was measured
 * @param most the greatest value of each axis that was measured
 */
public record KernelFit(
        KernelFormula formula,
        Precision precision,
        List<Double> coefficients,
        int points,
        double error,
        int heldBack,
        double heldBackError,
        double medianHeldBackError,
        List<Double> least,
        List<Double> most) {

    /** One shape in this many is held back. */
    public static final int HOLD_BACK = 5;

    /** Points beyond this many are thinned evenly before the search; errors are of all points. */
    private static final int SEARCHED = 4000;

    public KernelFit {
        coefficients = List.copyOf(coefficients);
        least = List.copyOf(least);
        most = List.copyOf(most);
    }

    /**
     * Fits a formula.
     *
     * @param points measured calls of the formula's kernel
     * @throws IllegalArgumentException if there are fewer points than coefficients, or a time is not above 0
     */
    public static KernelFit of(KernelFormula formula, KernelPoints points) {
        double[][] shapes = points.shapes();
        double[] seconds = points.seconds();
        long[] groups = points.groups();
        if (shapes.length != seconds.length || shapes.length != groups.length) {
            throw new IllegalArgumentException(formula.kernel().label() + ": " + shapes.length + " shapes, "
                    + seconds.length + " times and " + groups.length + " groups; there must be one of each per point");
        }
        List<Integer> fitted = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            if (!(seconds[i] > 0) || Double.isInfinite(seconds[i])) {
                throw new IllegalArgumentException(formula.kernel().label() + ": point " + i + " took " + seconds[i]
                        + " s, must be above 0 and finite");
            }
            (isHeldBack(groups[i]) ? held : fitted).add(i);
        }
        if (fitted.size() < formula.coefficients().size()) {
            throw new IllegalArgumentException(
                    formula.kernel().label() + ": " + fitted.size() + " points are too few for "
                            + formula.coefficients().size() + " coefficients; measure more shapes");
        }
        int stride = Math.max(1, fitted.size() / SEARCHED);
        List<Integer> searched = new ArrayList<>();
        for (int i = 0; i < fitted.size(); i += stride) {
            searched.add(fitted.get(i));
        }
        double[] best = new LeastSquares(formula.coefficients()).minimise(coefficients -> {
            double[] residuals = new double[searched.size()];
            for (int i = 0; i < residuals.length; i++) {
                int point = searched.get(i);
                residuals[i] = Math.log(formula.seconds(coefficients, shapes[point]) / seconds[point]);
            }
            return residuals;
        });
        double[] fittedErrors = errors(formula, best, shapes, seconds, fitted);
        double[] heldErrors = errors(formula, best, shapes, seconds, held);
        return new KernelFit(
                formula,
                points.precision(),
                Arrays.stream(best).boxed().toList(),
                fitted.size(),
                mean(fittedErrors),
                held.size(),
                mean(heldErrors),
                median(heldErrors),
                range(shapes, formula.axes().size(), true),
                range(shapes, formula.axes().size(), false));
    }

    /** Whether the points of a group are held back: every fifth group, picked by a mix of its bits. */
    static boolean isHeldBack(long group) {
        long mixed = (group ^ (group >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 33), HOLD_BACK) == 0;
    }

    /** The formula with what was found, to time calls with. */
    public CalibratedKernel kernel() {
        return new CalibratedKernel(formula, precision, coefficients, heldBackError);
    }

    /** The time of one call with the fitted coefficients, in seconds. */
    public double seconds(double... shape) {
        double[] values = new double[coefficients.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = coefficients.get(i);
        }
        return formula.seconds(values, shape);
    }

    /** What was measured, axis by axis: outside of it the formula extrapolates. */
    public String range() {
        var text = new StringBuilder();
        for (int axis = 0; axis < least.size(); axis++) {
            text.append(axis == 0 ? "" : ", ")
                    .append(formula.axes().get(axis))
                    .append(' ')
                    .append(whole(least.get(axis)));
            if (!least.get(axis).equals(most.get(axis))) {
                text.append(" to ").append(whole(most.get(axis)));
            }
        }
        return text.toString();
    }

    private static String whole(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    /** Whether a shape lies outside what was measured, so that the formula extrapolates. */
    public boolean extrapolates(double... shape) {
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < least.get(axis) || shape[axis] > most.get(axis)) {
                return true;
            }
        }
        return false;
    }

    private static double[] errors(
            KernelFormula formula, double[] coefficients, double[][] shapes, double[] seconds, List<Integer> points) {
        return points.stream()
                .mapToDouble(i -> Math.abs(formula.seconds(coefficients, shapes[i]) / seconds[i] - 1))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static List<Double> range(double[][] shapes, int axes, boolean least) {
        List<Double> range = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            double bound = shapes[0][axis];
            for (double[] shape : shapes) {
                bound = least ? Math.min(bound, shape[axis]) : Math.max(bound, shape[axis]);
            }
            range.add(bound);
        }
        return range;
    }
}
