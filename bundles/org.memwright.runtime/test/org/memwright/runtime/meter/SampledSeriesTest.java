/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;

class SampledSeriesTest {
    /** Keeps the samples of one series. */
    private static final class Samples implements RunSink {
        final List<double[]> points = new ArrayList<>();

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(double done, long nanos) {}

        @Override
        public int series(Series series) {
            return 0;
        }

        @Override
        public void sample(int series, long nanos, double value) {
            points.add(new double[] {nanos, value});
        }

        @Override
        public void distribution(Distribution distribution) {}

        @Override
        public void measure(Measure measure) {}

        @Override
        public void operation(Operation operation) {}

        @Override
        public void attribution(String part, double nanos) {}

        @Override
        public void bound(Bound bound) {}

        @Override
        public void span(String track, String name, long startNanos, long endNanos) {}

        @Override
        public void note(Note note) {}
    }

    private static SampledSeries series() {
        return new SampledSeries(new RunSink.Series(RunSink.SeriesKind.TIER_OCCUPANCY, "hbm", "B", Double.NaN));
    }

    @Test
    void add_ofATotalThatGrowsEvenlyNeverSeemsToMoveFaster() {
        var samples = new Samples();
        var total = new SampledSeries(new RunSink.Series(RunSink.SeriesKind.TIER_TRAFFIC, "hbm", "B", Double.NaN));
        for (int i = 0; i < 50_000; i++) {
            total.add(10L * i, 30L * i);
        }
        total.emit(samples, 499_990);

        for (double[] point : samples.points) {
            assertEquals(3 * point[0], point[1], "3 B per ns at every time that is kept");
        }
        assertEquals(499_990, samples.points.getLast()[0]);
    }

    @Test
    void emit_givesShortSeriesAsTheyAre() {
        var samples = new Samples();
        SampledSeries series = series();
        series.add(0, 1);
        series.add(10, 5);
        series.add(20, 2);

        series.emit(samples, 30);

        assertEquals(4, samples.points.size());
        assertEquals(10, samples.points.get(1)[0]);
        assertEquals(5, samples.points.get(1)[1]);
        assertEquals(30, samples.points.get(3)[0]);
        assertEquals(2, samples.points.get(3)[1]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void emit_isShortAndKeepsThePeak(long seed) {
        var random = new SplittableRandom(Long.getLong("memwright.seed", seed));
        var samples = new Samples();
        SampledSeries series = series();
        double peak = 0;
        int length = 5_000 + random.nextInt(50_000);
        long at = 0;
        for (int i = 0; i < length; i++) {
            double value = random.nextDouble();
            peak = Math.max(peak, value);
            at += random.nextInt(3);
            series.add(at, value);
        }

        series.emit(samples, at + 1);

        assertTrue(samples.points.size() <= 2001, "points: " + samples.points.size());
        assertTrue(samples.points.size() > 500, "points: " + samples.points.size());
        double kept = samples.points.stream().mapToDouble(p -> p[1]).max().orElseThrow();
        assertEquals(peak, kept);
        for (int i = 1; i < samples.points.size(); i++) {
            assertTrue(samples.points.get(i)[0] >= samples.points.get(i - 1)[0], "time runs back at " + i);
        }
    }
}
