/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memwright.profile.Distribution;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.RunRecorder;
import org.memwright.profile.view.Spread.Point;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.units.Dimension;

class SpreadTest {
    private static List<Spread> of(double... values) {
        ExperimentPlan plan = new Plans().column("A", 1, 1).plan();
        var recorder = new RunRecorder(plan.runs().getFirst());
        recorder.distribution(new RunSink.Distribution("ttft", "s", values));
        return Spread.of(ExperimentProfile.of(plan, List.of(recorder.finished())), Map.of());
    }

    @Test
    void curve_ofFewRequestsHasThemAll() {
        Spread.Curve curve = of(3, Double.NaN, 1, 2).getFirst().curves().getFirst();
        assertEquals(List.of(new Point(1, 0), new Point(2, 50), new Point(3, 100)), curve.points());
        assertEquals(3, curve.count());
        assertEquals(1, curve.missing());
        assertEquals(2, curve.mean());
        // p90 is rank 1.8, p95 rank 1.9, p99 rank 1.98.
        assertEquals(List.of(2.0, 2.8, 2.9, 2.98, 3.0), curve.headlines());
    }

    @Test
    void curve_ofManyRequestsHasTheirPercentiles() {
        double[] values = IntStream.rangeClosed(0, 100_000).asDoubleStream().toArray();
        Spread.Curve curve = of(values).getFirst().curves().getFirst();
        assertTrue(curve.points().size() < 250, curve.points().size() + " points");
        for (Point point : curve.points()) {
            assertEquals(point.percent() * 1000, point.value(), 1e-6);
        }
        assertEquals(new Point(100_000, 100), curve.points().getLast());
    }

    @Test
    void spread_withoutValuesIsLeftOut() {
        assertEquals(List.of(), of(Double.NaN, Double.NaN));
    }

    @Test
    void histogram_countsEveryRequestOnceAndItsBucketsTouch() {
        double[] times = new SplittableRandom(5).doubles(10_000, 0.001, 30).toArray();
        var distribution = new Distribution("ttft", Dimension.TIME, times);
        LatencyHistogram histogram = LatencyHistogram.of(distribution, 1.25);
        assertEquals(
                10_000,
                histogram.buckets().stream()
                        .mapToLong(LatencyHistogram.Bucket::count)
                        .sum());
        for (int i = 1; i < histogram.buckets().size(); i++) {
            assertEquals(
                    histogram.buckets().get(i - 1).to(),
                    histogram.buckets().get(i).from(),
                    1e-8);
        }
        // Half of the values are below 15 s; the histogram may put a value off by a thousandth.
        long below = histogram.buckets().stream()
                .filter(bucket -> bucket.to() <= 15)
                .mapToLong(LatencyHistogram.Bucket::count)
                .sum();
        double edge = histogram.buckets().stream()
                .mapToDouble(LatencyHistogram.Bucket::to)
                .filter(to -> to <= 15)
                .max()
                .orElseThrow();
        long exact = Arrays.stream(times).filter(t -> t <= edge).count();
        assertTrue(Math.abs(below - exact) <= 20, below + " and " + exact);
    }

    @Test
    void histogram_ofNothingIsEmpty() {
        var nothing = new Distribution("ttft", Dimension.TIME, new double[] {Double.NaN});
        assertEquals(List.of(), LatencyHistogram.of(nothing, 2).buckets());
        var error = assertThrows(IllegalArgumentException.class, () -> LatencyHistogram.of(nothing, 1));
        assertEquals("factor is 1.0, must be above 1", error.getMessage());
    }
}
