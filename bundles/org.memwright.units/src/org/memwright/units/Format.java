/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Numbers for people to read in reports: four significant digits and the unit in which they read best.
 *
 * <p>Rounds, so it is not for values that are read back; {@link Quantity#toString} is. The same on every machine and in
 * every locale.
 */
public final class Format {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final List<Unit> BINARY = units("B KiB MiB GiB TiB PiB");
    private static final List<Unit> BANDWIDTHS = units("B/s KB/s MB/s GB/s TB/s PB/s");
    private static final Unit MINUTE = Units.find("min").orElseThrow();

    /** Two minutes: times from here on read better in minutes, hours and days. */
    private static final double LONG_TIME_SECONDS = 120;

    private Format() {}

    /**
     * A number in base units as text.
     *
     * @param base how many bytes, seconds, operations, joules, dollars, tokens or products of these
     * @param dimension of what
     * @return such as {@code 79.15 GiB}, {@code 12.3 ms} or {@code 2.039 TB/s}; plain numbers and tokens of 1000 and more
     *     are shown whole; {@code n/a} when it is not a number, {@code infinite} when it has no bound
     */
    public static String of(double base, Dimension dimension) {
        if (Double.isNaN(base)) {
            return "n/a";
        }
        if (Double.isInfinite(base)) {
            return base > 0 ? "infinite" : "-infinite";
        }
        if (base == 0) {
            return text(BigDecimal.ZERO, Units.zeroUnit(dimension));
        }
        Unit best = null;
        for (Unit unit : ladder(dimension, base)) {
            if (best == null || rounded(base, unit).abs().compareTo(BigDecimal.ONE) >= 0) {
                best = unit;
            }
        }
        Unit unit = best == null ? Units.baseUnit(dimension) : best;
        return text(rounded(base, unit), unit);
    }

    /**
     * A ratio as a percentage.
     *
     * @param ratio 1 for all
     * @return such as {@code 20%}
     */
    public static String percent(double ratio) {
        if (!Double.isFinite(ratio)) {
            return of(ratio, Dimension.NUMBER);
        }
        return text(rounded(ratio, Unit.PERCENT), Unit.PERCENT);
    }

    private static List<Unit> ladder(Dimension dimension, double base) {
        if (dimension.equals(Dimension.BYTES)) {
            return BINARY;
        }
        if (dimension.equals(Dimension.BANDWIDTH)) {
            return BANDWIDTHS;
        }
        List<Unit> units = Units.ladder(dimension);
        if (dimension.equals(Dimension.TIME) && Math.abs(base) < LONG_TIME_SECONDS) {
            return units.subList(0, units.indexOf(MINUTE));
        }
        return units;
    }

    /** Four digits, or all that are left of the point: 1023 MiB and 19366 requests are not rounded. */
    private static BigDecimal rounded(double base, Unit unit) {
        BigDecimal value = unit.fromBase(BigDecimal.valueOf(base));
        BigDecimal whole = value.setScale(0, RoundingMode.HALF_EVEN);
        return whole.precision() >= DIGITS.getPrecision() ? whole : value.round(DIGITS);
    }

    private static String text(BigDecimal value, Unit unit) {
        String number = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        String separator = unit.symbol().isEmpty() || unit.equals(Unit.PERCENT) ? "" : " ";
        return number + separator + unit.symbol();
    }

    private static List<Unit> units(String symbols) {
        return List.of(symbols.split(" ", -1)).stream()
                .map(symbol -> Units.find(symbol).orElseThrow())
                .toList();
    }
}
