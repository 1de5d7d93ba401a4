/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleBufferTest {
    @Test
    void add_keepsEveryChangeOfAShortSeries() {
        var buffer = new SampleBuffer(false);
        buffer.add(0, 5);
        buffer.add(10, 5);
        buffer.add(20, 8);
        buffer.add(20, 3);

        assertArrayEquals(new long[] {0, 20, 20}, buffer.nanos());
        assertArrayEquals(new double[] {5, 8, 3}, buffer.values());
        // 20 ns at 5 and 20 ns at 3.
        assertEquals(4, buffer.mean(40));
    }

    @Test
    void add_keepsWhereATotalBeginsToGrowAgain() {
        var buffer = new SampleBuffer(true);
        buffer.add(0, 5);
        buffer.add(10, 5);
        buffer.add(20, 5);
        buffer.add(30, 8);

        assertArrayEquals(new long[] {0, 20, 30}, buffer.nanos());
        assertArrayEquals(new double[] {5, 5, 8}, buffer.values());
    }

    @Test
    void add_refusesTimeThatRunsBack() {
        var buffer = new SampleBuffer(false);
        buffer.add(10, 1);
        var error = assertThrows(IllegalArgumentException.class, () -> buffer.add(9, 2));
        assertEquals("a sample is at 9 ns, must not be before the last one, at 10 ns", error.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void add_keepsEndsExtremesAndMeanOfALongSeries(long seed) {
        var random = new SplittableRandom(seed);
        var buffer = new SampleBuffer(false);
        int count = 300_000;
        double[] values = new double[count];
        long[] times = new long[count];
        long time = random.nextInt(1000);
        double integral = 0;
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(1_000_000);
            times[i] = time;
            if (i > 0) {
                integral += values[i - 1] * (times[i] - times[i - 1]);
            }
            buffer.add(time, values[i]);
            time += random.nextInt(i < count / 2 ? 3 : 5000);
        }
        double[] kept = buffer.values();
        long[] at = buffer.nanos();

        assertTrue(kept.length <= SampleBuffer.LIMIT, kept.length + " samples");
        assertTrue(kept.length >= 4 * 256 - 4, kept.length + " samples");
        assertEquals(values[0], kept[0]);
        assertEquals(times[0], at[0]);
        assertEquals(values[count - 1], kept[kept.length - 1]);
        assertEquals(times[count - 1], at[at.length - 1]);
        assertEquals(Arrays.stream(values).max(), Arrays.stream(kept).max());
        assertEquals(Arrays.stream(values).min(), Arrays.stream(kept).min());
        double mean = integral / (times[count - 1] - times[0]);
        assertEquals(mean, buffer.mean(times[count - 1]), mean * 1e-12);
        for (int i = 1; i < at.length; i++) {
            assertTrue(at[i] >= at[i - 1], "times ascend");
        }
    }

    @Test
    void add_keepsATotalThatGrowsGrowing() {
        var buffer = new SampleBuffer(true);
        for (int i = 0; i < 100_000; i++) {
            buffer.add(7L * i, i);
        }
        double[] kept = buffer.values();
        long[] at = buffer.nanos();
        for (int i = 0; i < kept.length; i++) {
            assertEquals(at[i] / 7.0, kept[i], "every kept sample is one that was added");
        }
    }
}
