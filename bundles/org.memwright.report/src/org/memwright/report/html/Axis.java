/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.memwright.profile.view.Scale;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Unit;

/**
 * One axis of a chart: where a value lies between two pixels, and round values to label.
 *
 * <p>Units: values in base units of the dimension, positions in pixels of the drawing.
 */
final class Axis {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private final Unit unit;
    private final Dimension dimension;
    private final boolean logarithmic;
    private final double min;
    private final double max;
    private final double start;
    private final double end;
    private final double step;

    private Axis(
            Unit unit,
            Dimension dimension,
            boolean logarithmic,
            double min,
            double max,
            double start,
            double end,
            double step) {
        this.unit = unit;
        this.dimension = dimension;
        this.logarithmic = logarithmic;
        this.min = min;
        this.max = max;
        this.start = start;
        this.end = end;
        this.step = step;
    }

    /** A value to label. */
    record Tick(double position, String label, boolean major) {}

    /**
     * An axis from zero to a round value that is not below the greatest.
     *
     * @param ticks about how many labels it shall have
     */
    static Axis linear(Dimension dimension, double greatest, double start, double end, int ticks) {
        return between(dimension, 0, greatest, start, end, ticks);
    }

    /** An axis from zero, or from a round value not above the least where all values are far from zero. */
    static Axis between(Dimension dimension, double least, double greatest, double start, double end, int ticks) {
        Unit unit = Scale.of(dimension, "", DoubleStream.of(least, greatest)).unit();
        double most = greatest > 0 && Double.isFinite(greatest) ? greatest / unit.factor() : 1;
        double from = least > 0 && least > 0.5 * greatest ? least / unit.factor() : 0;
        if (least < 0) {
            from = least / unit.factor();
        }
        double step = step((most - from) / ticks);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
        return new Axis(unit, dimension, false, low * unit.factor(), high * unit.factor(), start, end, step);
    }

    /** An axis that ends exactly at the greatest value: time. */
    static Axis exact(Dimension dimension, double greatest, double start, double end, int ticks) {
        Unit unit = Scale.of(dimension, "", DoubleStream.of(greatest)).unit();
        double most = greatest > 0 ? greatest : unit.factor();
        return new Axis(unit, dimension, false, 0, most, start, end, step(most / unit.factor() / ticks));
    }

    /** A logarithmic axis that holds both values. */
    static Axis log(Dimension dimension, double least, double greatest, double start, double end) {
        Unit unit = Scale.of(dimension, "", DoubleStream.of(greatest)).unit();
        double high = greatest > least ? greatest : 10 * least;
        return new Axis(unit, dimension, true, least, high, start, end, 0);
    }

    private static double step(double least) {
        if (!(least > 0) || Double.isInfinite(least)) {
            return 1;
        }
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    double at(double value) {
        double share = logarithmic
                ? (StrictMath.log(Math.max(value, min)) - StrictMath.log(min))
                        / (StrictMath.log(max) - StrictMath.log(min))
                : (value - min) / (max - min);
        return start + share * (end - start);
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    Unit unit() {
        return unit;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    /** The unit's symbol; empty for a plain number and where every label has its own unit. */
    String symbol() {
        return logarithmic && !dimension.equals(Dimension.NUMBER) ? "" : unit.symbol();
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (!logarithmic) {
            int from = (int) Math.ceil(min / unit.factor() / step - 1e-9);
            int to = (int) Math.floor(max / unit.factor() / step + 1e-9);
            for (int i = from; i <= to; i++) {
                double value = i * step;
                ticks.add(new Tick(at(value * unit.factor()), plain(value), true));
            }
            return ticks;
        }
        double decades = StrictMath.log10(max / min);
        int low = (int) Math.floor(StrictMath.log10(min));
        int high = (int) Math.ceil(StrictMath.log10(max));
        int every = Math.max(1, (int) Math.ceil(decades / 7));
        for (int power = low; power <= high; power++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * StrictMath.pow(10, power);
                if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9)) {
                    continue;
                }
                boolean labelled = digit == 1
                        ? Math.floorMod(power, every) == 0
                        : (decades < 2.2 && (digit == 2 || digit == 5)) || decades < 0.9;
                ticks.add(new Tick(at(value), labelled ? Format.of(value, dimension) : "", digit == 1));
            }
        }
        return ticks;
    }

    /** Without the noise of a product of doubles. */
    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(Math.rint(value * 1e6) / 1e6);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
