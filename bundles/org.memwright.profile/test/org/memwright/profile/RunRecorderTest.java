/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.Note;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;

class RunRecorderTest {
    private static final RunPlan PLAN =
            new Plans().column("A", 3, 10).plan().runs().getFirst();

    private static Measure measure(String name) {
        return new Measure(
                new MetricCall(name, ""),
                1,
                Dimension.NUMBER,
                "",
                Better.NEITHER,
                Double.NaN,
                new Explanation("1", List.of(), ""));
    }

    @Test
    void finished_convertsToBaseUnits() {
        var recorder = new RunRecorder(PLAN);
        int series = recorder.series(new RunSink.Series(SeriesKind.TIER_OCCUPANCY, "hbm", "KiB", 4));
        recorder.sample(series, 5, 2);
        recorder.distribution(new RunSink.Distribution("wait", "ms", new double[] {250, Double.NaN}));
        recorder.progress(1, 9);
        RunProfile profile = recorder.finished();

        TimeSeries held = profile.series().getFirst();
        assertEquals(Dimension.BYTES, held.dimension());
        assertEquals(2048, held.value(0));
        assertEquals(4096, held.limit());
        assertEquals(2048, held.mean());
        Distribution wait = profile.distributions().getFirst();
        assertEquals(0.25, wait.value(0));
        assertEquals(2, wait.size());
        assertEquals(1, wait.count());
        assertEquals(9, profile.endNanos());
    }

    @Test
    void finished_keepsWhatThePlanSays() {
        RunProfile profile = new RunRecorder(PLAN).finished();
        assertEquals("A", profile.column());
        assertEquals(1, profile.seed());
        assertEquals(RunProfile.Outcome.DONE, profile.outcome());
        assertEquals("count", profile.setup().engine());
        assertEquals(List.of(new Note(NoteKind.DEFAULT, "fingers = 10")), profile.notes());
    }

    @Test
    void ceilings_areThoseOfAllDevicesOfTheRun() {
        assertEquals(
                List.of(
                        new Ceiling("gpu", Ceiling.Kind.COMPUTE, "fp16", 100),
                        new Ceiling("hbm", Ceiling.Kind.BANDWIDTH, "", 10)),
                new RunRecorder(PLAN).finished().ceilings());
        var split = new RunPlan(
                PLAN.experiment(),
                PLAN.column(),
                PLAN.point(),
                PLAN.seed(),
                PLAN.machine(),
                null,
                2,
                1,
                PLAN.memory(),
                PLAN.workload(),
                null,
                List.of(),
                List.of(),
                List.of(),
                false);
        assertEquals(
                List.of(
                        new Ceiling("gpu", Ceiling.Kind.COMPUTE, "fp16", 200),
                        new Ceiling("hbm", Ceiling.Kind.BANDWIDTH, "", 20)),
                new RunRecorder(split).finished().ceilings());
    }

    @Test
    void attribution_addsUpByPart() {
        var recorder = new RunRecorder(PLAN);
        recorder.attribution("hbm", 3);
        recorder.attribution("queueing", 4);
        recorder.attribution("hbm", 2);
        assertEquals(Map.of("hbm", 5.0, "queueing", 4.0), recorder.finished().attribution());
        assertEquals(
                List.of("hbm", "queueing"),
                List.copyOf(recorder.finished().attribution().keySet()));
    }

    @Test
    void measure_isReportedOnce() {
        var recorder = new RunRecorder(PLAN);
        recorder.measure(measure("rate"));
        var error = assertThrows(IllegalArgumentException.class, () -> recorder.measure(measure("rate")));
        assertEquals("measure rate is reported twice, must be once", error.getMessage());
    }

    @Test
    void note_isKeptOnce() {
        var recorder = new RunRecorder(PLAN);
        recorder.note(new Note(NoteKind.GAP, "answers"));
        recorder.note(new Note(NoteKind.GAP, "answers"));
        assertEquals(2, recorder.finished().notes().size());
    }

    @Test
    void progress_isPassedOnByThousandths() {
        List<Double> heard = new ArrayList<>();
        var recorder = new RunRecorder(PLAN, () -> false, (done, nanos) -> heard.add(done));
        for (int i = 0; i <= 1_000_000; i++) {
            recorder.progress(i / 1e6, i);
        }
        assertTrue(heard.size() <= 1002, heard.size() + " calls");
        assertTrue(heard.size() >= 990, heard.size() + " calls");
        assertEquals(1.0, heard.getLast());
    }

    @Test
    void finished_isPartialOnlyIfTheEngineWasTold() {
        boolean[] stop = {false};
        var recorder = new RunRecorder(PLAN, () -> stop[0], (done, nanos) -> {});
        stop[0] = true;
        assertEquals(RunProfile.Outcome.DONE, recorder.finished().outcome());
        assertTrue(recorder.cancelled());
        RunProfile profile = recorder.finished();
        assertEquals(RunProfile.Outcome.PARTIAL, profile.outcome());
        assertTrue(profile.notes()
                .contains(new Note(NoteKind.WARNING, "The run was stopped; its figures cover the part until then.")));
    }

    @Test
    void span_beyondTheMostIsCountedNotKept() {
        var recorder = new RunRecorder(PLAN);
        for (int i = 0; i < RunRecorder.MOST_SPANS + 3; i++) {
            recorder.span("track", "name", i, i + 1);
        }
        RunProfile profile = recorder.finished();
        assertEquals(RunRecorder.MOST_SPANS, profile.spans().size());
        assertTrue(profile.notes()
                .contains(new Note(NoteKind.WARNING, "The trace keeps the first 1048576 spans; 3 more are left out.")));
        assertEquals(RunRecorder.MOST_SPANS + 3, profile.endNanos());
    }

    @Test
    void span_thatEndsBeforeItStartsIsRefused() {
        var recorder = new RunRecorder(PLAN);
        var error = assertThrows(IllegalArgumentException.class, () -> recorder.span("t", "n", 5, 4));
        assertEquals("span 'n' on 't' ends at 4 ns, must not end before it starts, at 5 ns", error.getMessage());
    }
}
