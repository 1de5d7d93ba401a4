/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.Precision;

class KernelFitTest {
    private static final DataSheet SHEET = new DataSheet(312e12, 2.039e12, 40e6, 108);

    /** Formulas with coefficients that a device could have; far from where the search starts. */
    static Stream<Made> made() {
        return Stream.of(
                new Made(new MatrixFormula(SHEET, 2), new double[] {6e-6, 0.7, 0.9, 3e-9}, new double[][] {
                    {1, 4096}, {64, 16384}, {64, 16384}
                }),
                new Made(new DecodeFormula(SHEET, 2), new double[] {2e-5, 0.6, 0.1, 0.9}, new double[][] {
                    {1, 512}, {16, 16384}, {8, 64}, {8, 8}, {128, 128}
                }),
                new Made(new PrefillFormula(SHEET, 2), new double[] {8e-6, 0.5}, new double[][] {
                    {1, 64}, {16, 8192}, {0, 4096}, {32, 32}, {8, 8}, {128, 128}
                }),
                new Made(new VectorFormula(SHEET), new double[] {5e-6, 1.6}, new double[][] {{1e4, 1e9}}),
                new Made(new HostFormula(), new double[] {3e-4, 4e-5}, new double[][] {{16, 96}, {1, 256}, {1e-3, 2e-2}
                }));
    }

    /** A formula, the coefficients that its points are made with, and the least and most of each axis. */
    record Made(KernelFormula formula, double[] coefficients, double[][] ranges) {
        @Override
        public String toString() {
            return formula.kernel().label();
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void of_findsADeviceThatItKnowsUnderNoise(Made made) {
        // 3 % noise: |exp(e) - 1| with e normal(0, 0.03) is 0.024 in the mean, which is the least error there can be.
        var points = points(made, 1500, 0.03);

        KernelFit fit = KernelFit.of(made.formula, points);

        assertTrue(fit.heldBack() > 150, "held back " + fit.heldBack());
        assertTrue(fit.heldBackError() < 0.05, made + " held back error " + fit.heldBackError());
    }

    @ParameterizedTest
    @MethodSource("made")
    void of_givesTheSameBitsTwice(Made made) {
        var points = points(made, 200, 0.1);

        assertEquals(
                KernelFit.of(made.formula, points).coefficients(),
                KernelFit.of(made.formula, points).coefficients());
    }

    @Test
    void of_neverFitsWhatItJudgesBy() {
        // Times of held back shapes are ten times too long: the fit must not see them, so its error on them is 0.9.
        Made made = made().toList().get(2);
        var points = points(made, 1000, 0);
        for (int i = 0; i < points.seconds().length; i++) {
            if (KernelFit.isHeldBack(points.groups()[i])) {
                points.seconds()[i] *= 10;
            }
        }

        KernelFit fit = KernelFit.of(made.formula, points);

        assertEquals(0.9, fit.heldBackError(), 0.02);
        assertTrue(fit.error() < 0.02, "error " + fit.error());
    }

    @Test
    void of_saysWhatIsWrongWithThePoints() {
        var formula = new PrefillFormula(SHEET, 2);
        double[][] one = {{1, 64, 0, 8, 8, 128}};

        assertEquals(
                "prefill attention: point 0 took -1.0 s, must be above 0 and finite",
                assertThrows(IllegalArgumentException.class, () -> KernelFit.of(formula, points(one, -1)))
                        .getMessage());
        assertEquals(
                "prefill attention: 1 points are too few for 2 coefficients; measure more shapes",
                assertThrows(IllegalArgumentException.class, () -> KernelFit.of(formula, points(one, 1)))
                        .getMessage());
    }

    @Test
    void extrapolates_outsideWhatWasMeasured() {
        Made made = made().toList().get(1);
        var points = points(made, 200, 0);
        KernelFit fit = KernelFit.of(made.formula, points);

        assertFalse(fit.extrapolates(16, 1024, 32, 8, 128));
        assertTrue(fit.extrapolates(16, 1_000_000, 32, 8, 128));
    }

    private static KernelPoints points(double[][] shapes, double seconds) {
        return new KernelPoints(Kernel.PREFILL, Precision.BF16, shapes, new double[] {seconds}, new long[] {1});
    }

    private static KernelPoints points(Made made, int count, double noise) {
        var random = new SplittableRandom(7);
        List<double[]> shapes = new ArrayList<>();
        double[] seconds = new double[count];
        long[] groups = new long[count];
        for (int i = 0; i < count; i++) {
            double[] shape = new double[made.ranges.length];
            for (int axis = 0; axis < shape.length; axis++) {
                double low = made.ranges[axis][0];
                double high = made.ranges[axis][1];
                shape[axis] = Math.rint(
                        low == 0 ? random.nextDouble() * high : low * Math.pow(high / low, random.nextDouble()));
            }
            shapes.add(shape);
            seconds[i] = made.formula.seconds(made.coefficients, shape) * Math.exp(noise * random.nextGaussian());
            groups[i] = i;
        }
        return new KernelPoints(
                made.formula.kernel(), Precision.BF16, shapes.toArray(double[][]::new), seconds, groups);
    }
}
