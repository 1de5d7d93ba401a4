/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memwright.profile.Plans;
import org.memwright.profile.RunProfile;
import org.memwright.profile.RunRecorder;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.plan.RunPlan;

class FrameTest {
    private static final long SECOND = 1_000_000_000L;

    private final RunPlan plan = new Plans().column("A", 1, 1).plan().runs().getFirst();

    private static int series(RunSink sink, SeriesKind kind, String of, double limit) {
        return sink.series(new RunSink.Series(kind, of, "B", limit));
    }

    @Test
    void at_isWhatIsHeldThenAndMovedJustBefore() {
        var recorder = new RunRecorder(plan);
        int moved = series(recorder, SeriesKind.TIER_TRAFFIC, "hbm", Double.NaN);
        int held = series(recorder, SeriesKind.TIER_OCCUPANCY, "hbm", 80);
        int cache = series(recorder, SeriesKind.STORE_OCCUPANCY, "cache", Double.NaN);
        recorder.sample(held, 0, 10);
        recorder.sample(cache, 0, 4);
        recorder.sample(moved, 0, 0);
        recorder.sample(held, 2 * SECOND, 40);
        recorder.sample(cache, 2 * SECOND, 8);
        recorder.sample(moved, 4 * SECOND, 20);
        recorder.progress(1, 4 * SECOND);
        RunProfile run = recorder.finished();

        Frame early = Frame.at(run, SECOND, SECOND);
        Frame late = Frame.at(run, 3 * SECOND, SECOND);

        Frame.Gauge tier = early.gauges().getFirst();
        assertEquals("hbm", tier.of());
        assertEquals(10, tier.value());
        assertEquals(0.125, tier.share()); // 10 B of 80 B
        assertEquals("10 B of 80 B", tier.text());
        assertEquals(0.5, late.gauges().getFirst().share());
        Frame.Gauge store = early.gauges().get(1);
        assertEquals(8, store.full(), "without a limit full is the greatest value of the run");
        assertEquals(0.5, store.share());
        Frame.Gauge traffic = early.gauges().get(2);
        assertTrue(traffic.isTraffic());
        assertEquals(5, traffic.value()); // 20 B in 4 s, evenly
        assertEquals(0.5, traffic.share()); // of 10 B/s, see Plans
    }

    @Test
    void live_isTheNewestOfEverySeries() {
        var live = new LiveRun(plan, new RunRecorder(plan));
        int moved = series(live, SeriesKind.TIER_TRAFFIC, "hbm", Double.NaN);
        int held = series(live, SeriesKind.TIER_OCCUPANCY, "hbm", 80);
        live.sample(held, 0, 10);
        live.sample(moved, 0, 0);
        live.sample(held, SECOND, 20);
        live.sample(moved, 2 * SECOND, 6);
        live.progress(0.5, 2 * SECOND);

        Frame frame = live.frame();

        assertEquals(2 * SECOND, frame.nanos());
        assertEquals(0.5, live.done());
        assertEquals(0.25, frame.gauges().getFirst().share());
        assertEquals(3, frame.gauges().get(1).value()); // 6 B in 2 s
        assertEquals(3, live.frame().gauges().get(1).value(), "nothing new: the last rate stands");
        live.sample(moved, 3 * SECOND, 16);
        assertEquals(10, live.frame().gauges().get(1).value()); // 10 B in the third second
    }

    @Test
    void live_passesEverythingOn() {
        var recorder = new RunRecorder(plan);
        var live = new LiveRun(plan, recorder);
        int held = series(live, SeriesKind.TIER_OCCUPANCY, "hbm", 80);
        live.sample(held, 0, 10);
        live.attribution("compute", 7);
        live.progress(1, 9);

        RunProfile run = recorder.finished();
        assertEquals(10, run.series().getFirst().value(0));
        assertEquals(7, run.attribution().get("compute"));
        assertEquals(9, run.endNanos());
    }
}
