/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
    @ParameterizedTest
    @CsvSource({
        // Of the azure-llm-2023 trace: 100 ns resolution, no zone.
        "2023-11-16 18:15:46.6805900, 2023-11-16T18:15:46.680590Z",
        "2023-11-16T18:15:46Z, 2023-11-16T18:15:46Z",
        "2023-11-16T18:15:46.000000001Z, 2023-11-16T18:15:46.000000001Z",
        "2023-11-16T18:15:46+01:00, 2023-11-16T17:15:46Z",
        "2023-11-16T18:15:46.5-0530, 2023-11-16T23:45:46.5Z",
        "2023-11-16 18:15:46+02, 2023-11-16T16:15:46Z",
        "2023-11-16 18:15, 2023-11-16T18:15:00Z",
        "2024-02-29 00:00:00, 2024-02-29T00:00:00Z",
        "1969-12-31 23:59:59, 1969-12-31T23:59:59Z"
    })
    void nanos_ofTimeStampsAreThoseOfTheLibrary(String cell, String instant) throws BadRow {
        Instant expected = Instant.parse(instant);

        assertEquals(
                expected.getEpochSecond() * 1_000_000_000L + expected.getNano(),
                new Arrivals("s").nanos(cell, "arrival 'a'", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void nanos_ofAnyInstantAreThoseOfTheLibrary(long seed) throws BadRow {
        var random = new SplittableRandom(seed);
        var arrivals = new Arrivals("s");
        for (int i = 0; i < 2000; i++) {
            long nanos = random.nextLong() / 2;
            String iso = Instant.ofEpochSecond(
                            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                    .toString();
            assertEquals(nanos, arrivals.nanos(iso, "a", 1), iso);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30 10:00:00",
                "2023-13-01 10:00:00",
                "2023-11-16 24:00:00",
                "2023-11-16 18:60:00",
                "2023-11-16 18:15:46.1234567890",
                "2023-11-16 18:15:46.",
                "2023-11-16",
                "2023-11-16 18",
                "18:15:46",
                "2023-11-16x18:15:46",
                "2023-11-16 18:15:46 PM",
                "16-11-2023 18:15:46",
                "2023-11-16 18:15:46+1",
                "2023/11/16 18:15:46"
            })
    void nanos_ofOtherTextsAreBad(String cell) {
        var bad = assertThrows(BadRow.class, () -> new Arrivals("s").nanos(cell, "arrival 'a'", 7));

        assertEquals(7, bad.column());
        assertTrue(bad.getMessage().startsWith("arrival 'a' is '" + cell + "', must be a time stamp such as"), cell);
    }

    @Test
    void nanos_beyondWhatCountsAreBad() {
        var bad = assertThrows(BadRow.class, () -> new Arrivals("s").nanos("2300-01-01 00:00:00", "a", 1));

        assertEquals("a is '2300-01-01 00:00:00', must lie between 1678 and 2262.", bad.getMessage());
    }

    @Test
    void nanos_ofNumbersAreOfTheUnit() throws BadRow {
        assertEquals(1_500_000_000L, new Arrivals("s").nanos("1.5", "a", 1));
        assertEquals(1_500_000L, new Arrivals("ms").nanos("1.5", "a", 1));
        assertEquals(1_500L, new Arrivals("us").nanos("1.5", "a", 1));
        assertEquals(15L, new Arrivals("ns").nanos("15", "a", 1));
        assertThrows(IllegalArgumentException.class, () -> new Arrivals("h"));
    }

    @Test
    void nanos_ofOneFileAreOfOneKind() throws BadRow {
        var stamps = new Arrivals("s");
        stamps.nanos("2023-11-16 18:15", "a", 1);
        assertThrows(BadRow.class, () -> stamps.nanos("12.5", "a", 1));

        var numbers = new Arrivals("s");
        numbers.nanos("12.5", "a", 1);
        var bad = assertThrows(BadRow.class, () -> numbers.nanos("2023-11-16 18:15", "a", 1));
        assertEquals("a is '2023-11-16 18:15', must be a number of s as in the rows above.", bad.getMessage());
    }
}
