/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @Test
    void atoms_areTheWordsOfTheLanguage() {
        assertEquals(
                List.of(
                        "B", "KiB", "MiB", "GiB", "TiB", "PiB", "KB", "MB", "GB", "TB", "PB", "bit", "s", "ms", "us",
                        "ns", "min", "h", "d", "FLOP", "KFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "OP", "KOP", "MOP",
                        "GOP", "TOP", "POP", "pJ", "nJ", "uJ", "mJ", "J", "kJ", "Wh", "kWh", "mW", "W", "kW", "USD",
                        "tokens"),
                Units.atoms());
    }

    @ParameterizedTest
    @CsvSource({
        "B, 1",
        "MiB, 1048576",
        "PiB, 1125899906842624",
        "PB, 1000000000000000",
        "bit, 0.125",
        "ns, 0.000000001",
        "d, 86400",
        "PFLOP, 1000000000000000",
        "TOP/s, 1000000000000",
        "GiB/ms, 1073741824000",
        "kWh, 3600000",
        "mW, 0.001",
        "pJ/bit, 0.000000000008",
        "USD/h, 0.0002777777777777778",
        "%, 0.01",
        "/s, 1",
        "/h, 0.0002777777777777778",
        "tokens/min, 0.016666666666666666"
    })
    void find_knowsFactors(String symbol, double factor) {
        assertEquals(factor, Units.find(symbol).orElseThrow().factor());
    }

    @Test
    void find_emptySymbol_isAPlainNumber() {
        assertEquals(Optional.of(Unit.NONE), Units.find(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gib", "Gb", "furlong", "/", "B/", "B/s/s", "B//s", "s/ms", "B*", "B^", "B^1", "B^x", "%/s", " B", "^2"
            })
    void find_refusesTheRest(String symbol) {
        assertEquals(Optional.empty(), Units.find(symbol));
    }

    static Stream<Unit> everyUnit() {
        return Units.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyUnit")
    void find_givesBackEveryUnit(Unit unit) {
        assertEquals(Optional.of(unit), Units.find(unit.symbol()));
        assertEquals(unit.symbol(), Units.nearest(unit.symbol()));
        assertTrue(Units.of(unit.dimension()).contains(unit));
    }

    @ParameterizedTest
    @MethodSource("everyUnit")
    void toBase_andBack_isTheSame(Unit unit) {
        for (double amount : new double[] {1, 0.1, 2.039, 31.5, 1e-3, 123_456_789, -7}) {
            double back = unit.fromBase(unit.toBase(amount));
            assertEquals(amount, back, 2 * Math.ulp(amount), unit.symbol());
        }
    }

    @Test
    void all_coversEveryNamedDimensionOnce() {
        Set<Dimension> dimensions = new HashSet<>();
        Set<String> symbols = new HashSet<>();
        for (Unit unit : Units.all()) {
            dimensions.add(unit.dimension());
            assertTrue(symbols.add(unit.symbol()), unit.symbol());
        }
        assertEquals(17, dimensions.size());
    }

    @Test
    void of_bandwidth_isAnyByteUnitByAnyTimeUnit() {
        // 12 units of data by 7 units of time, the usual ones first.
        List<Unit> units = Units.of(Dimension.BANDWIDTH);

        assertEquals(84, units.size());
        assertEquals("B/s", units.getFirst().symbol());
        assertTrue(units.stream().limit(12).allMatch(unit -> unit.symbol().endsWith("/s")));
    }

    @Test
    void of_aDimensionWithoutName_isItsBaseUnit() {
        Dimension odd = Dimension.BYTES.times(Dimension.TIME);

        assertEquals(List.of(new Unit("B*s", odd, 1)), Units.of(odd));
    }

    @ParameterizedTest
    @CsvSource({
        "gib, GiB",
        "Gib, GiB",
        "TB/S, TB/s",
        "Gb/s, GB/s",
        "TFLOPS, TFLOP/s",
        "TOPS, TOP/s",
        "µs, us",
        "token, tokens",
        "sec, s",
        "usd/H, USD/h"
    })
    void nearest_suggestsWhatWasMeant(String written, String meant) {
        assertEquals(meant, Units.nearest(written));
    }
}
