/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads arrivals: time stamps, or numbers of a unit; all cells of a file are of the kind of its first.
 *
 * <p>A time stamp is {@code 2023-11-16 18:15:46.6805900}, with a space or T between date and time, seconds and up to nine
 * digits of them optional, and Z or an offset such as +01:00 or nothing at the end; without one it is taken as UTC.
 *
 * <p>Units: nanoseconds, of time stamps since 1970 in UTC.
 */
public final class Arrivals {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int FRACTION_DIGITS = 9;

    private final String unit;
    private final long nanosPerUnit;
    private Kind kind = Kind.NOT_KNOWN;

    private enum Kind {
        NOT_KNOWN,
        NUMBERS,
        TIME_STAMPS
    }

    /** @param unit of numbers: s, ms, us or ns */
    public Arrivals(String unit) {
        this.unit = unit;
        nanosPerUnit = switch (unit) {
            case "s" -> NANOS_PER_SECOND;
            case "ms" -> 1_000_000L;
            case "us" -> 1_000L;
            case "ns" -> 1L;
            default -> throw new IllegalArgumentException("unit is " + unit + ", must be s, ms, us or ns");
        };
    }

    /**
     * Reads an arrival.
     *
     * @param what names the cell, as {@code arrival 'TIMESTAMP'}
     * @param column of the line where it begins
     */
    public long nanos(String cell, String what, int column) throws BadRow {
        String text = cell.strip();
        boolean stamp = text.indexOf(':') >= 0 || text.indexOf('-', 1) == 4;
        if (kind == Kind.TIME_STAMPS && !stamp) {
            throw new BadRow(
                    column,
                    what + " is " + Cells.shown(text) + ", must be a time stamp as in the rows above, such as"
                            + " 2023-11-16 18:15:46.680.");
        }
        if (kind == Kind.NUMBERS && stamp) {
            throw new BadRow(
                    column,
                    what + " is " + Cells.shown(text) + ", must be a number of " + unit + " as in the rows above.");
        }
        long nanos =
                stamp ? new Stamp(text, what, column).nanos() : Cells.nanos(text, nanosPerUnit, unit, what, column);
        kind = stamp ? Kind.TIME_STAMPS : Kind.NUMBERS;
        return nanos;
    }

    /** Reads one time stamp from its first character to its last. */
    private static final class Stamp {
        private final String text;
        private final String what;
        private final int column;
        private int at;

        Stamp(String text, String what, int column) {
            this.text = text;
            this.what = what;
            this.column = column;
        }

        long nanos() throws BadRow {
            int year = digits(4);
            require("-");
            int month = digits(2);
            require("-");
            int day = digits(2);
            long epochDay = epochDay(year, month, day);
            require(" T");
            int hour = below(24);
            require(":");
            int minute = below(60);
            int second = 0;
            int fraction = 0;
            if (accept(':')) {
                second = below(60);
                if (accept('.') || accept(',')) {
                    fraction = fraction();
                }
            }
            long offset = offset();
            if (at < text.length()) {
                throw bad();
            }
            long seconds = epochDay * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offset;
            try {
                return Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), fraction);
            } catch (ArithmeticException e) {
                throw new BadRow(column, what + " is " + Cells.shown(text) + ", must lie between 1678 and 2262.");
            }
        }

        private long epochDay(int year, int month, int day) throws BadRow {
            try {
                return LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException e) {
                throw bad();
            }
        }

        private int fraction() throws BadRow {
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < FRACTION_DIGITS) {
                value = 10 * value + text.charAt(at++) - '0';
            }
            if (at == start) {
                throw bad();
            }
            for (int i = at - start; i < FRACTION_DIGITS; i++) {
                value *= 10;
            }
            return value;
        }

        private long offset() throws BadRow {
            if (accept('Z') || accept('z')) {
                return 0;
            }
            int sign = accept('+') ? 1 : accept('-') ? -1 : 0;
            if (sign == 0) {
                return 0;
            }
            int hours = below(19);
            int minutes = 0;
            if (accept(':') || at < text.length()) {
                minutes = below(60);
            }
            return sign * (hours * 3600L + minutes * 60L);
        }

        private int below(int limit) throws BadRow {
            int value = digits(2);
            if (value >= limit) {
                throw bad();
            }
            return value;
        }

        private int digits(int count) throws BadRow {
            if (at + count > text.length()) {
                throw bad();
            }
            int value = 0;
            for (int end = at + count; at < end; at++) {
                char c = text.charAt(at);
                if (!isDigit(c)) {
                    throw bad();
                }
                value = 10 * value + c - '0';
            }
            return value;
        }

        private void require(String oneOf) throws BadRow {
            if (at == text.length() || oneOf.indexOf(text.charAt(at)) < 0) {
                throw bad();
            }
            at++;
        }

        private boolean accept(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private BadRow bad() {
            return new BadRow(
                    column,
                    what + " is " + Cells.shown(text)
                            + ", must be a time stamp such as 2023-11-16 18:15:46.6805900 or 2023-11-16T18:15:46Z, with at"
                            + " most 9 digits after the point.");
        }
    }
}
