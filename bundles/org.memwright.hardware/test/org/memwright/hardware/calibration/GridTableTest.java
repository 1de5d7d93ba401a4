/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridTableTest {
    @Test
    void at_interpolatesGoesOnAndStays() {
        // tokens 1 -> 10 us, 3 -> 14 us, 7 -> 30 us
        var builder = new GridTable.Builder(List.of("tokens"));
        builder.put(10, 1);
        builder.put(14, 3);
        builder.put(30, 7);
        GridTable table = builder.build();

        assertEquals(14, table.at(3)); // a point
        assertEquals(12, table.at(2)); // half way from 10 to 14
        assertEquals(34, table.at(8)); // 30 + (30 - 14) / 4
        assertEquals(10, table.at(0)); // before the first it stays
        assertTrue(table.extrapolates(8));
        assertFalse(table.extrapolates(2));
    }

    @Test
    void at_takesEachPlaceWithItsOwnLaterAxis() {
        // at 0 the second axis was measured at 0 and 10, at 4 at 0 and 100 only
        var builder = new GridTable.Builder(List.of("a", "b"));
        builder.put(0, 0, 0);
        builder.put(10, 0, 10);
        builder.put(100, 4, 0);
        builder.put(200, 4, 100);
        GridTable table = builder.build();

        // a = 0, b = 5: 5. a = 4, b = 5: 105. Half way: 55.
        assertEquals(55, table.at(2, 5));
    }

    @Test
    void at_isExactForWhatIsLinearInEachAxis() {
        // f = (1 + 2a)(3 + b)(5 - c) is linear in each axis, so interpolation is exact wherever there is a full grid.
        var builder = new GridTable.Builder(List.of("a", "b", "c"));
        for (double a : new double[] {0, 1, 4}) {
            for (double b : new double[] {0, 2, 8}) {
                for (double c : new double[] {0, 3, 5}) {
                    builder.put((1 + 2 * a) * (3 + b) * (5 - c), a, b, c);
                }
            }
        }
        GridTable table = builder.build();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double a = 4 * random.nextDouble();
            double b = 8 * random.nextDouble();
            double c = 5 * random.nextDouble();
            assertEquals((1 + 2 * a) * (3 + b) * (5 - c), table.at(a, b, c), 1e-9);
        }
    }

    @Test
    void builder_refusesWhatIsNoPoint() {
        var builder = new GridTable.Builder(List.of("tokens"));

        assertThrows(IllegalArgumentException.class, () -> builder.put(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.put(1, 1, 2));
        assertThrows(IllegalArgumentException.class, builder::build);
    }
}
