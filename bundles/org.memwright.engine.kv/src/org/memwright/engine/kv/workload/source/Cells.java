/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.workload.RequestTable;

/** Reads the numbers in cells, and says of a cell that holds none what it holds and what is allowed. */
public final class Cells {
    private static final String TOKENS_ALLOWED =
            "must be a whole number of tokens from 1 to " + RequestTable.MAX_TOKENS + ".";
    private static final BigDecimal MOST_TOKENS = BigDecimal.valueOf(RequestTable.MAX_TOKENS);
    private static final int SHOWN_CHARACTERS = 40;
    private static final int MOST_CHARACTERS = 64;

    /** More digits before the point than any number allowed; keeps 1e999999999 from being written out. */
    private static final int MOST_DIGITS = 30;

    private Cells() {}

    /**
     * Reads a number of tokens; 374 and 374.0 are the same.
     *
     * @param what names the cell, as {@code prompt 'ContextTokens'}
     * @param column of the line where it begins
     */
    public static int tokens(String cell, String what, int column) throws BadRow {
        String text = cell.strip();
        int fast = smallNumber(text);
        if (fast > 0) {
            return fast;
        }
        BigDecimal number = decimal(text);
        if (number == null
                || number.signum() <= 0
                || number.compareTo(MOST_TOKENS) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new BadRow(column, what + " is " + shown(text) + ", " + TOKENS_ALLOWED);
        }
        return number.intValueExact();
    }

    /** A text of one to nine digits as a number, otherwise -1. */
    private static int smallNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * Reads a time that is a number, to the nearest nanosecond.
     *
     * @param nanosPerUnit such as 1e9 for seconds
     * @param unit how a message names the unit
     */
    public static long nanos(String cell, long nanosPerUnit, String unit, String what, int column) throws BadRow {
        String text = cell.strip();
        BigDecimal number = decimal(text);
        if (number == null || number.signum() < 0) {
            throw new BadRow(column, what + " is " + shown(text) + ", must be a number of " + unit + ", not below 0.");
        }
        BigDecimal nanos = number.multiply(BigDecimal.valueOf(nanosPerUnit)).setScale(0, RoundingMode.HALF_EVEN);
        if (nanos.unscaledValue().bitLength() > 63) {
            throw new BadRow(
                    column,
                    what + " is " + shown(text) + " " + unit
                            + ", must be less than 292 years; is the unit of the arrivals right?");
        }
        return nanos.longValueExact();
    }

    private static @Nullable BigDecimal decimal(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS) {
            return BigDecimal.TEN.pow(MOST_DIGITS).multiply(BigDecimal.valueOf(number.signum()));
        }
        // Far below a nanosecond in any unit.
        return digits < -MOST_DIGITS
                ? BigDecimal.ONE.movePointLeft(MOST_DIGITS).multiply(BigDecimal.valueOf(number.signum()))
                : number;
    }

    /** A cell as a message shows it: in quotes, not all of a long one, {@code empty} for nothing. */
    public static String shown(String cell) {
        if (cell.isEmpty()) {
            return "empty";
        }
        String text = cell.length() <= SHOWN_CHARACTERS ? cell : cell.substring(0, SHOWN_CHARACTERS) + "...";
        var quoted = new StringBuilder("'");
        text.chars().forEach(c -> quoted.append(Character.isISOControl(c) ? '?' : (char) c));
        return quoted.append('\'').toString();
    }
}
