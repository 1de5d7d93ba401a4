/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.memwright.units.Dimension;

class ScaleTest {
    private static String all(Dimension dimension, String unit, double... values) {
        Scale scale = Scale.of(dimension, unit, DoubleStream.of(values));
        return String.join(", ", DoubleStream.of(values).mapToObj(scale::text).toList());
    }

    @Test
    void of_writesAllInTheUnitOfTheGreatest() {
        assertEquals("80.00 GiB, 0.50 GiB", all(Dimension.BYTES, "", 80.0 * (1L << 30), 1L << 29));
        assertEquals("1.500 s, 0.020 s", all(Dimension.TIME, "", 1.5, 0.02));
        assertEquals("1843 tokens/s, 922 tokens/s", all(Dimension.TOKEN_RATE, "", 1843.2, 921.6));
    }

    @Test
    void of_takesTheUnitThatIsWanted() {
        assertEquals("200.0 ms, 12.5 ms", all(Dimension.TIME, "ms", 0.2, 0.0125));
        assertEquals("200 ms", all(Dimension.TIME, "no such unit", 0.2));
    }

    @Test
    void of_leavesTheUnitThatIsWantedWhereItIsTooSmall() {
        assertEquals("9999 ms", all(Dimension.TIME, "ms", 9.999));
        assertEquals("12.75 s, 0.23 s", all(Dimension.TIME, "ms", 12.752, 0.234));
    }

    @Test
    void of_comparesTimesInSecondsUpToTwoHours() {
        assertEquals("7199 s, 90 s", all(Dimension.TIME, "", 7199, 90));
        assertEquals("2 h", all(Dimension.TIME, "", 7200));
    }

    @Test
    void of_comparesTimesInMinutesUpToADay_whereSomeAreShort() {
        assertEquals("450 min, 6 min", all(Dimension.TIME, "", 27_000, 360));
        assertEquals("10.00 h, 1.50 h", all(Dimension.TIME, "", 36_000, 5400));
    }

    @Test
    void number_keepsTwoDigitsOfAFigureThatIsMuchSmaller() {
        assertEquals("1000 s, 0.012 s", all(Dimension.TIME, "", 1000, 0.01234));
    }

    @Test
    void number_writesCountsWhole() {
        assertEquals("19366, 256", all(Dimension.NUMBER, "", 19366, 256));
        assertEquals("256", all(Dimension.NUMBER, "", 256));
        assertEquals("0.9167", all(Dimension.NUMBER, "", 11 / 12.0));
    }

    @Test
    void text_saysWhatIsNoNumber() {
        assertEquals("n/a, 1 s, infinite", all(Dimension.TIME, "", Double.NaN, 1, Double.POSITIVE_INFINITY));
        assertEquals("0 B", all(Dimension.BYTES, "", 0));
    }
}
