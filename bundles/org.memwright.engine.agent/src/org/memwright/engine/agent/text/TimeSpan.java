/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of days that a text names.
 *
 * <p>Units: nanoseconds since 1970; days begin at midnight UTC.
 *
 * @param untilNanos the first moment after it
 */
public record TimeSpan(long fromNanos, long untilNanos) {
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:,? (\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (\\d{4}))?");
    private static final Pattern MONTH_ALONE = Pattern.compile(
            "\\b(?:in|of|during|since|until|by|last|this) " + MONTH + "(?:,? (\\d{4}))?\\b(?! \\d{1,2}\\b)");
    private static final Pattern YEAR = Pattern.compile("\\b(?:in|of|during) ((?:19|20)\\d{2})\\b");
    private static final Pattern RELATIVE =
            Pattern.compile("\\b(yesterday|today|last week|this week|last month|last year)\\b");

    /** Whether a moment lies in it. */
    public boolean contains(long nanos) {
        return nanos >= fromNanos && nanos < untilNanos;
    }

    /**
     * The spans that a text names. A date without a year is that last before the moment of speaking.
     *
     * @param nowNanos the moment of speaking
     */
    public static List<TimeSpan> in(String text, long nowNanos) {
        String lower = text.toLowerCase(Locale.ROOT);
        LocalDate now = LocalDate.ofInstant(Instant.ofEpochSecond(0, nowNanos), ZoneOffset.UTC);
        List<TimeSpan> spans = new ArrayList<>();
        Matcher day = DAY_MONTH.matcher(lower);
        while (day.find()) {
            day(spans, day.group(3), day.group(2), day.group(1), now);
        }
        Matcher monthFirst = MONTH_DAY.matcher(lower);
        while (monthFirst.find()) {
            day(spans, monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), now);
        }
        Matcher month = MONTH_ALONE.matcher(lower);
        while (month.find() && spans.isEmpty()) {
            LocalDate first = dated(month.group(2), month.group(1), 1, now);
            spans.add(of(first, first.plusMonths(1)));
        }
        Matcher year = YEAR.matcher(lower);
        while (year.find() && spans.isEmpty()) {
            LocalDate first = LocalDate.of(Integer.parseInt(year.group(1)), 1, 1);
            spans.add(of(first, first.plusYears(1)));
        }
        Matcher relative = RELATIVE.matcher(lower);
        while (relative.find()) {
            spans.add(relative(relative.group(1), now));
        }
        return spans;
    }

    /** Adds a day, unless there is none such, as 31 June. */
    private static void day(List<TimeSpan> spans, @Nullable String year, String month, String day, LocalDate now) {
        int number = Integer.parseInt(day);
        YearMonth of = YearMonth.of(year == null ? now.getYear() : Integer.parseInt(year), named(month));
        if (of.isValidDay(number)) {
            LocalDate date = dated(year, month, number, now);
            spans.add(of(date, date.plusDays(1)));
        }
    }

    private static LocalDate dated(@Nullable String year, String month, int day, LocalDate now) {
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), named(month), day);
        }
        LocalDate date = LocalDate.of(now.getYear(), named(month), day);
        return date.isAfter(now) ? date.minusYears(1) : date;
    }

    private static Month named(String month) {
        return Month.valueOf(month.toUpperCase(Locale.ROOT));
    }

    private static TimeSpan relative(String word, LocalDate now) {
        LocalDate monday = now.minusDays(now.getDayOfWeek().getValue() - 1L);
        return switch (word) {
            case "yesterday" -> of(now.minusDays(1), now);
            case "today" -> of(now, now.plusDays(1));
            case "last week" -> of(monday.minusWeeks(1), monday);
            case "this week" -> of(monday, monday.plusWeeks(1));
            case "last month" -> of(now.withDayOfMonth(1).minusMonths(1), now.withDayOfMonth(1));
            default -> of(now.withDayOfYear(1).minusYears(1), now.withDayOfYear(1));
        };
    }

    private static TimeSpan of(LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until);
        return new TimeSpan(from.toEpochDay() * NANOS_PER_DAY, (from.toEpochDay() + days) * NANOS_PER_DAY);
    }
}
