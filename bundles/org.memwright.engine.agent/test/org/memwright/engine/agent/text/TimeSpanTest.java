/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeSpanTest {
    private static final long DAY = 86_400_000_000_000L;
    /** Wednesday, 14 June 2023, noon. */
    private static final long NOW = LocalDate.of(2023, 6, 14).toEpochDay() * DAY + DAY / 2;

    private static TimeSpan days(String from, String until) {
        return new TimeSpan(
                LocalDate.parse(from).toEpochDay() * DAY, LocalDate.parse(until).toEpochDay() * DAY);
    }

    private static void assertSpan(String text, TimeSpan expected) {
        assertEquals(List.of(expected), TimeSpan.in(text, NOW), text);
    }

    @Test
    void dates_areFound() {
        assertSpan("What did Ann do on 8 May, 2023?", days("2023-05-08", "2023-05-09"));
        assertSpan("What did Ann do on May 8th?", days("2023-05-08", "2023-05-09"));
        assertSpan("Where was she on the 24th of December?", days("2022-12-24", "2022-12-25"));
        assertSpan("Where was she in March 2021?", days("2021-03-01", "2021-04-01"));
        assertSpan("Where was she in August?", days("2022-08-01", "2022-09-01"));
        assertSpan("Where was she in 2020?", days("2020-01-01", "2021-01-01"));
    }

    @Test
    void relativeTimes_countFromNow() {
        assertSpan("What happened yesterday?", days("2023-06-13", "2023-06-14"));
        assertSpan("What happened last week?", days("2023-06-05", "2023-06-12"));
        assertSpan("What happened last month?", days("2023-05-01", "2023-06-01"));
    }

    @Test
    void whatIsNoDate_isLeft() {
        assertEquals(List.of(), TimeSpan.in("May I ask whether the 31 June train ran?", NOW));
        assertEquals(List.of(), TimeSpan.in("Who lives at 2023 Main Street?", NOW));
    }
}
