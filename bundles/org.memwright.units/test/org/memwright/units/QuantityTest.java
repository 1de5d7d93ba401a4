/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "80 GiB,          85899345920",
        "4 TB,            4000000000000",
        "4.35 KB,         4350",
        "1.001 TB/s,      1001000000000", // in doubles 1.001 * 1e12 is 1000999999999.9999
        "2.039 TB/s,      2039000000000",
        "31.5 GB/s,       31500000000",
        "1 GiB/min,       17895697.066666666", // 2^30 / 60
        "312 TFLOP/s,     312000000000000",
        "624 TOP/s,       624000000000000",
        "4 pJ/bit,        0.000000000032", // 4e-12 J over 1/8 B
        "0.5 pJ/FLOP,     0.0000000000005",
        "400 W,           400",
        "36 USD/h,        0.01",
        "0.36 USD/kWh,    0.0000001", // 0.36 / 3.6e6
        "1 USD/GiB,       0.000000000931322574615478515625", // 2^-30
        "1024 tokens,     1024",
        "2000 tokens/s,   2000",
        "20%,             0.2",
        "0.2,             0.2",
        "4 /s,            4",
        "240 /min,        4",
        "30 d,            2592000",
        "8 bit,           1"
    })
    void base_isTheDecimalAsWrittenTimesTheFactor(String written, double base) {
        assertEquals(base, Quantity.parse(written).base());
    }

    @ParameterizedTest
    @CsvSource({"30 ns, 30", "80 us, 80000", "1.5 ms, 1500000", "2 s, 2000000000", "0.4 ns, 0", "1 d, 86400000000000"})
    void nanos_areWhole(String written, long nanos) {
        assertEquals(nanos, Quantity.parse(written).nanos());
    }

    @Test
    void nanos_ofBytes_isAMismatch() {
        DimensionMismatch mismatch = assertThrows(
                DimensionMismatch.class, () -> Quantity.parse("3 KiB").nanos());

        assertEquals(Dimension.TIME, mismatch.expected());
        assertEquals(Dimension.BYTES, mismatch.found());
        assertEquals("3 KiB: expected time (such as 200 ms), found bytes (such as 80 GiB)", mismatch.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 GiB",
                "2.039 TB/s",
                "20%",
                "4 /s",
                "312 TFLOP/s",
                "0.0000001 s",
                "-3 ms",
                "123456789012345680000 B",
                "0.1",
                "42",
                "0.15 USD/kWh",
                "2 B*s^2",
                "3 /s^2"
            })
    void toString_givesBackWhatWasRead(String written) {
        assertEquals(written, Quantity.parse(written).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "80GiB, 80 GiB",
        "20 %, 20%",
        "4/s, 4 /s",
        "1e3 B, 1000 B",
        "' 007.50  ms ', 7.5 ms",
        ".5 s, 0.5 s",
        "-0 B, 0 B"
    })
    void toString_isCanonical(String written, String printed) {
        assertEquals(printed, Quantity.parse(written).toString());
    }

    static Stream<Unit> everyUnit() {
        return Units.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyUnit")
    void toString_readsBackExactly_inEveryUnit(Unit unit) {
        var random = new SplittableRandom(unit.symbol().hashCode());
        for (int i = 0; i < 20; i++) {
            double amount = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 18));
            Quantity quantity = new Quantity(amount, unit);

            String printed = quantity.toString();

            assertFalse(printed.matches(".*\\d[eE][+-]?\\d.*"), printed);
            assertEquals(quantity, Quantity.parse(printed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not a quantity",
        "GiB, is not a quantity",
        "1..2 GiB, unknown unit",
        "80 Gib, did you mean 'GiB'",
        "312 TFLOPS, did you mean 'TFLOP/s'",
        "2 TB/sec, did you mean 'TB/s'",
        "1e999 s, must be a finite number"
    })
    void parse_saysWhatWouldBeRight(String written, String expected) {
        var error = assertThrows(IllegalArgumentException.class, () -> Quantity.parse(written));

        assertTrue(error.getMessage().contains(expected), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 80 GiB, 160 GiB",
        "80 GiB, 2, 160 GiB",
        "20%, 80 GiB, 16 GiB",
        "2, 20%, 40%",
        "20%, 2, 40%",
        "20%, 50%, 10%",
        "0.1, 3, 0.3",
        "2 TB/s, 3 s, 6 TB",
        "312 TFLOP/s, 2 ms, 624 GFLOP",
        "32 USD/h, 30 min, 16 USD",
        "4 pJ/bit, 1 GB, 32 mJ", // 4e-12 * 8e9
        "400 W, 1 h, 0.4 kWh",
        "4 /s, 250 ms, 1",
        "3 B, 2 B, 6 B^2"
    })
    void times_keepsTheUnitAReaderExpects(String left, String right, String product) {
        assertEquals(product, Quantity.parse(left).times(Quantity.parse(right)).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "20%, 2, 10%",
        "80 GiB, 2 s, 40 GiB/s",
        "80 GiB, 20%, 400 GiB",
        "1 GiB, 1 MiB, 1024",
        "20%, 10%, 2",
        "1, 2 s, 0.5 /s",
        "624 GFLOP, 312 TFLOP/s, 2 ms",
        "6 TB, 2 TB/s, 3 s",
        "1024 tokens, 2 s, 512 tokens/s",
        "6 J, 2 s, 3 W",
        "1 GB/s, 4 s, 250000000 B/s^2"
    })
    void dividedBy_keepsTheUnitAReaderExpects(String left, String right, String quotient) {
        assertEquals(
                quotient, Quantity.parse(left).dividedBy(Quantity.parse(right)).toString());
    }

    @Test
    void dividedBy_zero_saysSo() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Quantity.parse("80 GiB").dividedBy(Quantity.number(0)));

        assertEquals("80 GiB / 0: the divisor is zero", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "80 GiB, 512 MiB, 80.5 GiB",
        "0.1 GB, 0.2 GB, 0.3 GB",
        "20%, 0.1, 30%",
        "1, 20%, 1.2",
        "1 h, 30 min, 1.5 h"
    })
    void plus_keepsTheLeftUnit(String left, String right, String sum) {
        assertEquals(sum, Quantity.parse(left).plus(Quantity.parse(right)).toString());
    }

    @Test
    void minus_keepsTheLeftUnit() {
        assertEquals(
                "992 tokens",
                Quantity.parse("1024 tokens").minus(Quantity.parse("32 tokens")).toString());
    }

    @Test
    void plus_ofBytesAndSeconds_namesBoth() {
        var mismatch = assertThrows(
                DimensionMismatch.class, () -> Quantity.parse("80 GiB").plus(Quantity.parse("2 s")));

        assertEquals(
                "80 GiB + 2 s: expected bytes (such as 80 GiB), found time (such as 200 ms)", mismatch.getMessage());
    }

    @Test
    void sameAs_looksThroughUnits_equalsDoesNot() {
        Quantity kibibyte = Quantity.parse("1 KiB");
        Quantity bytes = Quantity.parse("1024 B");

        assertTrue(kibibyte.sameAs(bytes));
        assertEquals(0, kibibyte.compareTo(bytes));
        assertNotEquals(kibibyte, bytes);
        assertFalse(kibibyte.sameAs(Quantity.parse("1024 tokens")));
        assertTrue(Quantity.parse("1000 ns").sameAs(Quantity.parse("1 us")));
        assertTrue(Quantity.parse("20%").sameAs(Quantity.number(0.2)));
        assertTrue(Quantity.parse("2039 GB/s").sameAs(Quantity.parse("2.039 TB/s")));
    }

    @Test
    void compareTo_ordersByMeaning() {
        List<Quantity> sorted = Stream.of("1 GiB", "1 GB", "900 MiB", "2 B")
                .map(Quantity::parse)
                .sorted()
                .toList();

        // 1 GB is 953.67 MiB.
        assertEquals("[2 B, 900 MiB, 1 GB, 1 GiB]", sorted.toString());
    }

    @Test
    void isRatio_onlyWithPercent() {
        assertTrue(Quantity.parse("20%").isRatio());
        assertTrue(Quantity.parse("20%").dividedBy(Quantity.number(2)).isRatio());
        assertFalse(Quantity.parse("0.2").isRatio());
        assertFalse(Quantity.parse("2 s").isRatio());
    }

    @Test
    void inBase_readsBest() {
        assertEquals(
                "80 GiB", Quantity.inBase(85_899_345_920.0, Dimension.BYTES).toString());
        assertEquals("80 GB", Quantity.inBase(80e9, Dimension.BYTES).toString());
        assertEquals("500 B", Quantity.inBase(500, Dimension.BYTES).toString());
        assertEquals("0 B", Quantity.inBase(0, Dimension.BYTES).toString());
        assertEquals(
                "2.039 TB/s", Quantity.inBase(2.039e12, Dimension.BANDWIDTH).toString());
        assertEquals("400 ns", Quantity.inBase(400e-9, Dimension.TIME).toString());
        assertEquals("90 s", Quantity.inBase(90, Dimension.TIME).toString());
        assertEquals("1 h", Quantity.inBase(3600, Dimension.TIME).toString());
        assertEquals(
                "32 USD/h",
                Quantity.inBase(32 / 3600.0, Dimension.MONEY_PER_TIME).toString());
        assertEquals("0 USD/h", Quantity.inBase(0, Dimension.MONEY_PER_TIME).toString());
        assertEquals(
                "4 pJ/bit", Quantity.inBase(32e-12, Dimension.ENERGY_PER_BYTE).toString());
        assertEquals(
                "3 USD/GiB",
                Quantity.inBase(3.0 / (1L << 30), Dimension.MONEY_PER_BYTE).toString());
        assertEquals("0.2", Quantity.inBase(0.2, Dimension.NUMBER).toString());
    }

    @Test
    void negate_hasNoNegativeZero() {
        assertEquals("-3 s", Quantity.parse("3 s").negate().toString());
        assertEquals(Quantity.parse("0 s"), Quantity.parse("0 s").negate());
    }

    /** The oracle computes in BigDecimal with 50 digits from the catalogue's documented factors. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void arithmetic_agreesWithFiftyDigits(long seed) {
        var random = new SplittableRandom(seed);
        var digits = new MathContext(50);
        List<Unit> units = Units.of(Dimension.BYTES);
        for (int i = 0; i < 2000; i++) {
            Unit leftUnit = units.get(random.nextInt(units.size()));
            Unit rightUnit = units.get(random.nextInt(units.size()));
            BigDecimal a = BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(5));
            BigDecimal b = BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(5));
            Quantity left = new Quantity(a.doubleValue(), leftUnit);
            Quantity right = new Quantity(b.doubleValue(), rightUnit);
            BigDecimal leftBase = a.multiply(new BigDecimal(leftUnit.factor()));
            BigDecimal rightBase = b.multiply(new BigDecimal(rightUnit.factor()));

            String what = left + " and " + right;
            assertEquals(leftBase.doubleValue(), left.base(), what);
            assertEquals(Integer.signum(leftBase.compareTo(rightBase)), Integer.signum(left.compareTo(right)), what);
            assertNear(leftBase.add(rightBase), left.plus(right).base(), what);
            assertEquals(
                    leftBase.subtract(rightBase).doubleValue(),
                    left.minus(right).base(),
                    // rounded in the left unit (half an ulp there is up to one here), then in base units
                    2 * Math.ulp(leftBase.max(rightBase).doubleValue()),
                    what);
            assertNear(leftBase.divide(rightBase, digits), left.dividedBy(right).base(), what);
            assertNear(
                    leftBase.multiply(b),
                    left.times(Quantity.number(b.doubleValue())).base(),
                    what);
            assertNear(leftBase.multiply(rightBase), left.times(right).base(), what);
        }
    }

    private static void assertNear(BigDecimal expected, double actual, String what) {
        double value = expected.doubleValue();
        assertEquals(value, actual, 2 * Math.ulp(value), what);
    }
}
