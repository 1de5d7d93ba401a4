/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

/**
 * Measured calls of one sort of kernel at one precision.
 *
 * <p>Shape: as the axes of the kernel's {@link KernelFormula}. Units: seconds.
 *
 * @param precision of the operands; of keys and values, for attention
 * @param shapes one per point
 * @param seconds one per point
 * @param groups what is held back together, one number per point
 */
public record KernelPoints(Kernel kernel, Precision precision, double[][] shapes, double[] seconds, long[] groups) {

    /** Number of points. */
    public int count() {
        return seconds.length;
    }

    /** Number of points that a fit may see. */
    int fitted() {
        return (int) Arrays.stream(groups)
                .filter(group -> !KernelFit.isHeldBack(group))
                .count();
    }

    /** Collects points; where a shape was measured with more than one library, the fastest stands, as it is the one used. */
    static final class Builder {
        private final Kernel kernel;
        private final Precision precision;
        private final Map<List<Double>, Double> fastest = new LinkedHashMap<>();

        Builder(Kernel kernel, Precision precision) {
            this.kernel = kernel;
            this.precision = precision;
        }

        void add(double seconds, Double... shape) {
            fastest.merge(List.of(shape), seconds, Math::min);
        }

        KernelPoints build() {
            return build(this::group);
        }

        /** Points of which one whole shape in five is held back: those of one model have too few kinds of calls. */
        KernelPoints buildByShape() {
            return build(Arrays::hashCode);
        }

        private KernelPoints build(ToLongFunction<double[]> grouping) {
            List<double[]> shapes = new ArrayList<>();
            double[] seconds = new double[fastest.size()];
            long[] groups = new long[fastest.size()];
            int i = 0;
            for (var point : fastest.entrySet()) {
                shapes.add(
                        point.getKey().stream().mapToDouble(Double::doubleValue).toArray());
                seconds[i] = point.getValue();
                groups[i] = grouping.applyAsLong(shapes.get(i));
                i++;
            }
            return new KernelPoints(kernel, precision, shapes.toArray(double[][]::new), seconds, groups);
        }

        /** The part of a shape that does not vary from call to call of one layer of one model. */
        private long group(double[] shape) {
            return switch (kernel) {
                case MATRIX -> Arrays.hashCode(new double[] {shape[1], shape[2]});
                case DECODE -> Arrays.hashCode(Arrays.copyOfRange(shape, 2, 5));
                case PREFILL -> Arrays.hashCode(Arrays.copyOfRange(shape, 3, 6));
                case COLLECTIVE -> Arrays.hashCode(new double[] {shape[1]});
                case VECTOR, LAYER, ITERATION, HOST -> Arrays.hashCode(shape);
            };
        }
    }
}
