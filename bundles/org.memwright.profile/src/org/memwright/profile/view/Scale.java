/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/**
 * How figures that are compared are written: all in one unit and with as many decimals, so that the eye compares digits.
 *
 * @param unit the one unit
 * @param decimals none where all figures are whole, otherwise so many that the greatest figure shows four digits; a figure that would lose its second digit gets more
 */
public record Scale(Unit unit, int decimals) {
    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 12;

    /** Larger whole numbers may be rounded ones. */
    private static final double MOST_WHOLE = 1e15;

    /** From here on a number is easier to read in a larger unit than in the one wanted. */
    private static final double LONG = 10_000;

    /** Two hours: latencies and runs up to here are compared in seconds. */
    private static final double LONG_TIME_SECONDS = 7200;

    /** A day: up to here they are compared in minutes, where some of them are below an hour. */
    private static final double LONGER_TIME_SECONDS = 86_400;

    private static final double HOUR_SECONDS = 3600;

    private static final Unit SECOND = Units.find("s").orElseThrow();
    private static final Unit MINUTE = Units.find("min").orElseThrow();
    private static final MathContext FEW = new MathContext(2, RoundingMode.HALF_EVEN);

    /**
     * The scale of a group of figures.
     *
     * @param symbol the unit wanted; the one in which the greatest figure reads best where it is empty or would take five digits
     * @param values in base units of the dimension; what is not finite does not count
     */
    public static Scale of(Dimension dimension, String symbol, DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double greatest = DoubleStream.of(finite).map(Math::abs).max().orElse(0);
        double least = DoubleStream.of(finite)
                .map(Math::abs)
                .filter(value -> value > 0)
                .min()
                .orElse(0);
        Unit unit = Units.find(symbol)
                .filter(wanted -> !symbol.isEmpty() && wanted.dimension().equals(dimension))
                .filter(wanted -> greatest < LONG * wanted.factor())
                .orElseGet(() -> best(dimension, least, greatest));
        double shown = unit.fromBase(greatest);
        boolean whole = DoubleStream.of(finite)
                .map(unit::fromBase)
                .allMatch(value -> value == Math.rint(value) && Math.abs(value) < MOST_WHOLE);
        int magnitude = shown > 0 ? (int) Math.floor(StrictMath.log10(shown)) : 0;
        int decimals = whole ? 0 : Math.clamp(DIGITS - 1 - magnitude, 0, MOST_DECIMALS);
        return new Scale(unit, decimals);
    }

    private static Unit best(Dimension dimension, double least, double greatest) {
        if (dimension.equals(Dimension.TIME) && greatest >= 1) {
            if (greatest < LONG_TIME_SECONDS) {
                return SECOND;
            }
            if (greatest < LONGER_TIME_SECONDS && least < HOUR_SECONDS) {
                return MINUTE;
            }
        }
        return Quantity.parse(Format.of(greatest, dimension)).unit();
    }

    /** Such as {@code 12.30}, in {@link #unit()}; {@code n/a} for NaN. */
    public String number(double base) {
        if (!Double.isFinite(base)) {
            return Format.of(base, Dimension.NUMBER);
        }
        BigDecimal value = BigDecimal.valueOf(unit.fromBase(base));
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.precision() < 2 && rounded.compareTo(value) != 0
                ? value.round(FEW).stripTrailingZeros().toPlainString()
                : rounded.toPlainString();
    }

    /** Such as {@code 12.30 ms}; {@code n/a} for NaN. */
    public String text(double base) {
        String number = number(base);
        return Double.isFinite(base) ? number + suffix() : number;
    }

    /** What follows a number: a space and the unit, {@code %}, or nothing for a plain number. */
    public String suffix() {
        String symbol = unit.symbol();
        return symbol.isEmpty() || unit.equals(Unit.PERCENT) ? symbol : " " + symbol;
    }
}
