/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "374, 374", "374.0, 374", "1e3, 1000", "+5, 5", "0012, 12", "1000000000, 1000000000"})
    void tokens_areWholeNumbers(String cell, int tokens) throws BadRow {
        assertEquals(tokens, Cells.tokens(cell, "prompt 'p'", 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-3",
                "-0",
                "2.5",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e999999999",
                "1e-999999999",
                "abc",
                "1,000",
                "0x10",
                "1000000001",
                "99999999999999999999",
                "12 tokens",
                "null",
                "--1"
            })
    void tokens_ofAnythingElseAreBad(String cell) {
        var bad = assertThrows(BadRow.class, () -> Cells.tokens(cell, "prompt 'p'", 4));

        String shown = cell.isBlank() ? "empty" : "'" + cell + "'";
        assertEquals(4, bad.column());
        assertEquals(
                "prompt 'p' is " + shown + ", must be a whole number of tokens from 1 to 1000000000.",
                bad.getMessage());
    }

    @Test
    void nanos_keepEveryDigit() throws BadRow {
        // A double would round seconds since 1970 to 238 ns.
        assertEquals(1_700_158_546_680_590_123L, Cells.nanos("1700158546.680590123", 1_000_000_000L, "s", "a", 1));
        assertEquals(1_500_000, Cells.nanos("1.5", 1_000_000L, "ms", "a", 1));
        assertEquals(0, Cells.nanos("0", 1_000_000L, "ms", "a", 1));
        assertEquals(0, Cells.nanos("1e-400", 1_000_000L, "ms", "a", 1));
        assertEquals(1, Cells.nanos("0.9", 1L, "ns", "a", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, must be a number of s; not below 0.",
        "NaN, must be a number of s; not below 0.",
        "x, must be a number of s; not below 0."
    })
    void nanos_ofAnythingElseAreBad(String cell, String allowed) {
        var bad = assertThrows(BadRow.class, () -> Cells.nanos(cell, 1_000_000_000L, "s", "arrival 'a'", 2));

        assertEquals("arrival 'a' is '" + cell + "', " + allowed.replace(';', ','), bad.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372037", "1e30", "1e400", "1e999999999"})
    void nanos_ofCenturiesAreBad(String cell) {
        var bad = assertThrows(BadRow.class, () -> Cells.nanos(cell, 1_000_000_000L, "s", "arrival 'a'", 2));

        assertEquals(
                "arrival 'a' is '" + cell + "' s, must be less than 292 years; is the unit of the arrivals right?",
                bad.getMessage());
    }

    @Test
    void shown_isShortAndOfOneLine() {
        assertEquals("empty", Cells.shown(""));
        assertEquals("'a?b'", Cells.shown("a\nb"));
        assertEquals(40 + 3 + 2, Cells.shown("x".repeat(1000)).length());
    }
}
