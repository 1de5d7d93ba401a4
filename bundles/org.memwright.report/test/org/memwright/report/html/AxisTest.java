/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.units.Dimension;

class AxisTest {
    private static List<String> labels(Axis axis) {
        return axis.ticks().stream()
                .map(Axis.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void linear_endsAtARoundValueInAReadableUnit() {
        Axis axis = Axis.linear(Dimension.BYTES, 70.0 * (1L << 30), 200, 0, 4);
        assertEquals(List.of("0", "20", "40", "60", "80"), labels(axis));
        assertEquals("GiB", axis.symbol());
        assertEquals(200, axis.at(0));
        assertEquals(0, axis.at(80.0 * (1L << 30)), 1e-9);
        assertEquals(100, axis.at(40.0 * (1L << 30)), 1e-9);
    }

    @Test
    void exact_endsAtItsValue() {
        Axis axis = Axis.exact(Dimension.TIME, 352, 0, 352, 6);
        assertEquals(List.of("0", "100", "200", "300"), labels(axis));
        assertEquals(352, axis.at(352), 1e-9);
    }

    @Test
    void log_labelsDecadesWithTheirUnits() {
        Axis axis = Axis.log(Dimension.TIME, 0.05, 200, 0, 100);
        assertEquals(List.of("100 ms", "1 s", "10 s", "100 s"), labels(axis));
        assertEquals("", axis.symbol());
        assertEquals(0, axis.at(0.01), "below the axis is at its start");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ticks_lieOnTheAxisInOrder(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            double greatest = StrictMath.exp(random.nextDouble(-20, 40));
            double least = greatest * random.nextDouble();
            for (Axis axis : List.of(
                    Axis.linear(Dimension.BYTES, greatest, 0, 500, 4),
                    Axis.between(Dimension.TIME, least, greatest, 0, 500, 5),
                    Axis.exact(Dimension.TIME, greatest, 0, 500, 6),
                    Axis.log(Dimension.COMPUTE, least / 10, greatest, 0, 500))) {
                List<Axis.Tick> ticks = axis.ticks();
                double last = -1;
                for (Axis.Tick tick : ticks) {
                    assertTrue(tick.position() > last, "in order, for " + greatest);
                    assertTrue(tick.position() >= -1e-6 && tick.position() <= 500 + 1e-6, "on the axis");
                    last = tick.position();
                }
                assertTrue(labels(axis).size() >= 1 && labels(axis).size() <= 14, labels(axis) + " for " + greatest);
            }
        }
    }

    @Test
    void axes_ofNothingAreDrawn() {
        assertEquals(List.of("0", "0.25", "0.5", "0.75", "1"), labels(Axis.linear(Dimension.NUMBER, 0, 0, 1, 4)));
        assertTrue(labels(Axis.linear(Dimension.BYTES, Double.NaN, 0, 1, 4)).size() > 1);
    }
}
