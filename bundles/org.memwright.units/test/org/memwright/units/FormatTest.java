/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "85899345920, 80 GiB",
        "84987654321, 79.15 GiB", // 84987654321 / 2^30 = 79.1509
        "1072693248, 1023 MiB",
        "1073741823, 1 GiB", // 1023.999999 MiB rounds up into the next unit
        "-2048, -2 KiB",
        "1152921504606846976, 1024 PiB"
    })
    void bytes_haveBinaryPrefixes(double bytes, String text) {
        assertEquals(text, Bytes.format(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.25, 0.25 ns",
        "12300000, 12.3 ms",
        "12345678, 12.35 ms",
        "999999, 1 ms",
        "119000000000, 119 s",
        "120000000000, 2 min",
        "7200000000000, 2 h",
        "172800000000000, 2 d"
    })
    void nanos_readAsTime(double nanos, String text) {
        assertEquals(text, Nanos.format(nanos));
    }

    @Test
    void of_coversWhatReportsShow() {
        assertEquals("2.039 TB/s", Format.of(2.039e12, Dimension.BANDWIDTH));
        assertEquals("312 TFLOP/s", Format.of(312e12, Dimension.COMPUTE));
        assertEquals("19366", Format.of(19_366, Dimension.NUMBER));
        assertEquals("0.3333", Format.of(1.0 / 3, Dimension.NUMBER));
        assertEquals("1234567 tokens", Format.of(1_234_567.2, Dimension.TOKENS));
        assertEquals("3.142 /s", Format.of(Math.PI, Dimension.RATE));
        assertEquals("1.25 kWh", Format.of(4.5e6, Dimension.ENERGY));
        assertEquals("32 USD/h", Format.of(32 / 3600.0, Dimension.MONEY_PER_TIME));
        assertEquals("0.00001235 USD", Format.of(1.2345678e-5, Dimension.MONEY));
        assertEquals("n/a", Format.of(Double.NaN, Dimension.TIME));
        assertEquals("infinite", Format.of(Double.POSITIVE_INFINITY, Dimension.TIME));
        assertEquals("-infinite", Format.of(Double.NEGATIVE_INFINITY, Dimension.TIME));
    }

    @Test
    void percent_ofARatio() {
        assertEquals("20%", Format.percent(0.2));
        assertEquals("0.05%", Format.percent(0.0005));
        assertEquals("66.67%", Format.percent(2.0 / 3));
        assertEquals("n/a", Format.percent(Double.NaN));
    }

    @Test
    void of_ignoresTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("79.15 GiB", Bytes.format(84_987_654_321.0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_isWithinFourDigits(long seed) {
        var random = new SplittableRandom(seed);
        Dimension[] dimensions = {Dimension.BYTES, Dimension.TIME, Dimension.BANDWIDTH, Dimension.ENERGY, Dimension.RATE
        };
        for (int i = 0; i < 5000; i++) {
            Dimension dimension = dimensions[random.nextInt(dimensions.length)];
            double base = Math.pow(10, random.nextDouble(-9, 15));
            String text = Format.of(base, dimension);

            double read = Quantity.parse(text).base();

            // Half of the last of four digits is at most 1/2000 of the value.
            assertTrue(Math.abs(read - base) <= base / 1999, base + " " + dimension + " as " + text);
        }
    }
}
