/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.RunRecorder;
import org.memwright.profile.view.Timeline.Window;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.units.Dimension;

class TimelineTest {
    private static final long SECOND = 1_000_000_000L;

    private static RunSink.Series series(SeriesKind kind, String of, double limit) {
        return new RunSink.Series(kind, of, "B", limit);
    }

    /** One column's timelines, of what a run reports. */
    private static List<Timeline> of(int windows, Consumer<RunSink> run) {
        ExperimentPlan plan = new Plans().column("A", 1, 1).plan();
        var recorder = new RunRecorder(plan.runs().getFirst());
        run.accept(recorder);
        return Timeline.of(ExperimentProfile.of(plan, List.of(recorder.finished())), Map.of(), windows);
    }

    @Test
    void occupancy_isLeastMeanAndGreatestOfEachWindow() {
        List<Timeline> timelines = of(2, sink -> {
            int hbm = sink.series(series(SeriesKind.TIER_OCCUPANCY, "hbm", 80));
            sink.sample(hbm, 0, 10);
            sink.sample(hbm, SECOND, 40);
            sink.sample(hbm, 3 * SECOND, 20);
            sink.progress(1, 4 * SECOND);
        });
        Timeline timeline = timelines.getFirst();
        assertEquals(80, timeline.limit());
        assertEquals(4, timeline.endSeconds());
        assertEquals(
                List.of(
                        new Window(0, 2, 10, 25, 40), // 1 s at 10, 1 s at 40
                        new Window(2, 4, 20, 30, 40)), // 1 s at 40, 1 s at 20
                timeline.lines().getFirst().windows());
        assertEquals(27.5, timeline.lines().getFirst().mean());
        assertEquals(40, timeline.lines().getFirst().peak());
    }

    @Test
    void traffic_isTheRateOfEachWindowUnderTheBandwidth() {
        List<Timeline> timelines = of(2, sink -> {
            int hbm = sink.series(series(SeriesKind.TIER_TRAFFIC, "hbm", Double.NaN));
            sink.sample(hbm, 0, 6);
            sink.sample(hbm, 3 * SECOND, 12);
            sink.progress(1, 4 * SECOND);
        });
        Timeline timeline = timelines.getFirst();
        assertTrue(timeline.isTraffic());
        assertEquals(Dimension.BANDWIDTH, timeline.dimension());
        assertEquals(10, timeline.limit()); // the tier's bandwidth, see Plans
        assertEquals(
                List.of(
                        new Window(0, 2, 2, 2, 2), // 6 B in 3 s, evenly
                        new Window(2, 4, 1, 1, 1)), // 2 B in the third second, none in the fourth
                timeline.lines().getFirst().windows());
        assertEquals(3, timeline.lines().getFirst().mean()); // 12 B in 4 s
    }

    @Test
    void series_ofOneNameAddUpOverDevices() {
        List<Timeline> timelines = of(1, sink -> {
            int first = sink.series(series(SeriesKind.TIER_OCCUPANCY, "hbm", 80));
            int second = sink.series(series(SeriesKind.TIER_OCCUPANCY, "hbm", 80));
            sink.sample(first, 0, 10);
            sink.sample(second, 0, 5);
            sink.progress(1, SECOND);
        });
        assertEquals(1, timelines.size());
        assertEquals(160, timelines.getFirst().limit());
        assertEquals(
                15, timelines.getFirst().lines().getFirst().windows().getFirst().mean());
    }

    @Test
    void timelines_standByKindAndReport() {
        List<Timeline> timelines = of(1, sink -> {
            sink.series(series(SeriesKind.REQUESTS, "running", 1));
            sink.series(series(SeriesKind.TIER_OCCUPANCY, "hbm", 1));
            sink.series(series(SeriesKind.TIER_OCCUPANCY, "dram", 1));
        });
        assertEquals(
                List.of("hbm", "dram", "running"),
                timelines.stream().map(Timeline::of).toList());
        assertTrue(timelines.getFirst().lines().getFirst().windows().isEmpty(), "a run without time has no windows");
    }
}
