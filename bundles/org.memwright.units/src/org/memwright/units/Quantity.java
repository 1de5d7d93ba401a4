/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as it was written.
 *
 * <p>Two quantities are {@code equals} when they are written alike and {@link #sameAs} when they mean the same: 1 KiB is
 * the same as 1024 B without being equal to it. Arithmetic is decimal and rounds once per operation, so 0.1 GB + 0.2 GB
 * is 0.3 GB. It keeps the unit that a reader expects: half of 20% is 10%, 2 * 80 GiB is 160 GiB, and 80 GiB / 2 s is
 * 40 GiB/s.
 *
 * <p>Cost: a few hundred nanoseconds per operation; simulations convert once with {@link #base()} and use primitives.
 *
 * @param amount how many, as written; finite
 * @param unit of what
 */
public record Quantity(double amount, Unit unit) implements Comparable<Quantity> {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*)");
    private static final double NANOS_PER_SECOND = 1e9;

    public Quantity {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(
                    "a quantity in '" + unit.symbol() + "' is " + amount + ", must be a finite number");
        }
        amount = amount == 0 ? 0 : amount; // no negative zero
    }

    /**
     * A quantity from its two parts.
     *
     * @param amount how many
     * @param symbol how the unit is written, see {@link Units#find}
     * @return the quantity
     * @throws IllegalArgumentException when there is no such unit; the message suggests the nearest one
     */
    public static Quantity of(double amount, String symbol) {
        return new Quantity(
                amount,
                Units.find(symbol)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "unknown unit '" + symbol + "'; did you mean '" + Units.nearest(symbol) + "'?")));
    }

    /**
     * A plain number.
     *
     * @param value the number
     * @return the number as a quantity
     */
    public static Quantity number(double value) {
        return new Quantity(value, Unit.NONE);
    }

    /**
     * A quantity from base units, in the unit in which it is shortest to read.
     *
     * @param base how many bytes, seconds, operations, joules, dollars, tokens or products of these
     * @param dimension of what
     * @return the quantity; 85899345920 bytes are 80 GiB, 80000000000 bytes 80 GB
     */
    public static Quantity inBase(double base, Dimension dimension) {
        if (base == 0) {
            return new Quantity(0, Units.zeroUnit(dimension));
        }
        Unit best = Units.ladder(dimension).getFirst();
        int least = Integer.MAX_VALUE;
        boolean secondFamily = false;
        double previous = 0;
        for (Unit unit : Units.ladder(dimension)) {
            secondFamily |= unit.factor() < previous;
            previous = unit.factor();
            int length = lengthToRead(unit.fromBase(base));
            // A tie goes to the larger unit, but to the family that is usual for the dimension.
            if (length < least || (length == least && !secondFamily)) {
                least = length;
                best = unit;
            }
        }
        return new Quantity(best.fromBase(base), best);
    }

    /** Characters of the printed number; numbers outside 1 to 1000 count as two longer. */
    private static int lengthToRead(double amount) {
        double size = Math.abs(amount);
        return plain(amount).length() + (size < 1 || size >= 1000 ? 2 : 0);
    }

    /**
     * Reads what {@link #toString} prints and what a design contains.
     *
     * @param text such as {@code 2.039 TB/s}, {@code 20%}, {@code 4 /s} or {@code 42}
     * @return the quantity
     * @throws IllegalArgumentException when it is not a number followed by a known unit
     */
    public static Quantity parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a quantity; write a number and its unit, such as 80 GiB, 2.039 TB/s or 20%");
        }
        return of(Double.parseDouble(written.group(1)), written.group(2));
    }

    /**
     * This quantity in base units (bytes, seconds, operations, joules, dollars, tokens and products of these).
     *
     * @return the number, rounded once from the decimal as written
     */
    public double base() {
        return unit.toBase(amount);
    }

    /**
     * This time in nanoseconds.
     *
     * @return the nearest whole number of nanoseconds
     * @throws DimensionMismatch when this is not a time
     */
    public long nanos() {
        require(Dimension.TIME);
        BigDecimal seconds = unit.toBase(BigDecimal.valueOf(amount));
        return Math.round(seconds.multiply(BigDecimal.valueOf(NANOS_PER_SECOND)).doubleValue());
    }

    public Dimension dimension() {
        return unit.dimension();
    }

    /**
     * Whether this is a ratio written with a percent sign, which tells 20% of a budget from 0.2 of something counted.
     *
     * @return true for {@code 20%}, false for {@code 0.2}
     */
    public boolean isRatio() {
        return unit.equals(Unit.PERCENT);
    }

    /**
     * This quantity, when it measures what is expected.
     *
     * @param expected the dimension that is asked for
     * @return this
     * @throws DimensionMismatch when it measures something else
     */
    public Quantity require(Dimension expected) {
        if (!dimension().equals(expected)) {
            throw new DimensionMismatch(toString(), expected, dimension());
        }
        return this;
    }

    /**
     * The sum, in this quantity's unit.
     *
     * @param summand of the same dimension
     * @return the sum
     * @throws DimensionMismatch when the dimensions differ
     */
    public Quantity plus(Quantity summand) {
        requireSame("+", summand);
        return new Quantity(
                decimal().add(summand.decimalIn(unit), MathContext.DECIMAL128).doubleValue(), unit);
    }

    /**
     * The difference, in this quantity's unit.
     *
     * @param subtrahend of the same dimension
     * @return the difference
     * @throws DimensionMismatch when the dimensions differ
     */
    public Quantity minus(Quantity subtrahend) {
        requireSame("-", subtrahend);
        return new Quantity(
                decimal()
                        .subtract(subtrahend.decimalIn(unit), MathContext.DECIMAL128)
                        .doubleValue(),
                unit);
    }

    /**
     * The product. A plain number or ratio keeps the other factor's unit; other products get the unit that reads best.
     *
     * @param factor any quantity
     * @return the product
     */
    public Quantity times(Quantity factor) {
        if (factor.dimension().equals(Dimension.NUMBER) && (!unit.equals(Unit.NONE) || !factor.isRatio())) {
            return new Quantity(
                    decimal()
                            .multiply(factor.decimalBase(), MathContext.DECIMAL128)
                            .doubleValue(),
                    unit);
        }
        if (dimension().equals(Dimension.NUMBER)) {
            return factor.times(this);
        }
        BigDecimal product = decimalBase().multiply(factor.decimalBase(), MathContext.DECIMAL128);
        return inBase(product.doubleValue(), dimension().times(factor.dimension()));
    }

    /**
     * The quotient. Division by a number or ratio keeps the unit; 80 GiB / 2 s is 40 GiB/s; 1 GiB / 1 MiB is 1024.
     *
     * @param divisor any quantity but zero
     * @return the quotient
     * @throws IllegalArgumentException when the divisor is zero
     */
    public Quantity dividedBy(Quantity divisor) {
        if (divisor.amount == 0) {
            throw new IllegalArgumentException(this + " / " + divisor + ": the divisor is zero");
        }
        if (divisor.dimension().equals(Dimension.NUMBER) && !(isRatio() && divisor.isRatio())) {
            return new Quantity(
                    decimal()
                            .divide(divisor.decimalBase(), MathContext.DECIMAL128)
                            .doubleValue(),
                    unit);
        }
        Dimension dimension = dimension().dividedBy(divisor.dimension());
        String symbol = unit.symbol() + "/" + divisor.unit.symbol();
        if (Units.isCatalogued(symbol)) {
            return of(
                    decimal().divide(divisor.decimal(), MathContext.DECIMAL128).doubleValue(), symbol);
        }
        BigDecimal quotient = decimalBase().divide(divisor.decimalBase(), MathContext.DECIMAL128);
        return inBase(quotient.doubleValue(), dimension);
    }

    /**
     * The quantity of opposite sign.
     *
     * @return the same unit with the amount negated
     */
    public Quantity negate() {
        return new Quantity(-amount, unit);
    }

    /**
     * Compares what the quantities mean. Not consistent with {@code equals}: 1 KiB and 1024 B compare as 0.
     *
     * @param other of the same dimension
     * @return negative, zero or positive
     * @throws DimensionMismatch when the dimensions differ
     */
    @Override
    public int compareTo(Quantity other) {
        requireSame("compared with", other);
        return Double.compare(base(), other.base());
    }

    /**
     * Whether both mean the same amount of the same thing, however written.
     *
     * @param other any quantity
     * @return true for 1 KiB and 1024 B, false when amount or dimension differ
     */
    public boolean sameAs(Quantity other) {
        return dimension().equals(other.dimension()) && base() == other.base();
    }

    private void requireSame(String operator, Quantity other) {
        if (!dimension().equals(other.dimension())) {
            throw new DimensionMismatch(this + " " + operator + " " + other, dimension(), other.dimension());
        }
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(amount);
    }

    private BigDecimal decimalBase() {
        return unit.toBase(decimal());
    }

    private BigDecimal decimalIn(Unit other) {
        return unit.equals(other) ? decimal() : other.fromBase(decimalBase());
    }

    /** The shortest decimal that reads back as the same double, without an exponent. */
    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** As a design writes it, such as {@code 2.039 TB/s}, {@code 20%} or {@code 4 /s}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        String separator = unit.symbol().isEmpty() || isRatio() ? "" : " ";
        return plain(amount) + separator + unit.symbol();
    }
}
