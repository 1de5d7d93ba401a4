/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit as it is written after a number.
 *
 * @param symbol how it is written, such as {@code GiB} or {@code TB/s}; empty for a plain number
 * @param dimension what it measures
 * @param factor how many base units (byte, second, operation, joule, dollar, token) one of it is
 */
public record Unit(String symbol, Dimension dimension, double factor) {
    /** The unit of a plain number: none. */
    public static final Unit NONE = new Unit("", Dimension.NUMBER, 1);

    /** One hundredth, the unit of a ratio written with a percent sign. */
    public static final Unit PERCENT = new Unit("%", Dimension.NUMBER, 0.01);

    /** Digits that intermediate results carry; twice those of a double, so that only the last step rounds. */
    private static final MathContext WORKING = MathContext.DECIMAL128;

    public Unit {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "unit '" + symbol + "': its factor is " + factor + ", must be positive and finite");
        }
    }

    /**
     * How many base units an amount is, rounded once.
     *
     * <p>4.35 KB is 4350 B and 1000 ns equals 1 us, which a product of doubles does not give.
     *
     * @param amount an amount of this unit, taken as the decimal number that it prints as
     * @return the same in base units
     */
    public double toBase(double amount) {
        if (factor == 1) {
            return amount;
        }
        return toBase(BigDecimal.valueOf(amount)).doubleValue();
    }

    /**
     * How much of this unit a number of base units is, rounded once.
     *
     * @param base a number of base units
     * @return the same in this unit
     */
    public double fromBase(double base) {
        if (factor == 1) {
            return base;
        }
        return fromBase(BigDecimal.valueOf(base)).doubleValue();
    }

    BigDecimal toBase(BigDecimal amount) {
        double inverse = inverse();
        return inverse == 0
                ? amount.multiply(BigDecimal.valueOf(factor), WORKING)
                : amount.divide(BigDecimal.valueOf(inverse), WORKING);
    }

    BigDecimal fromBase(BigDecimal base) {
        double inverse = inverse();
        return inverse == 0
                ? base.divide(BigDecimal.valueOf(factor), WORKING)
                : base.multiply(BigDecimal.valueOf(inverse), WORKING);
    }

    /** How many of this unit one base unit is, if this is a whole number: 1e9 for ns; otherwise 0. */
    private double inverse() {
        if (factor >= 1) {
            return 0;
        }
        double inverse = Math.rint(1 / factor);
        return Math.abs(inverse * factor - 1) < 1e-15 ? inverse : 0;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
