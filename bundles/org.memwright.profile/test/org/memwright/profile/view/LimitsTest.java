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
import org.memwright.profile.Ceiling;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.RunRecorder;
import org.memwright.runtime.Bound;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.ExperimentPlan;

/** Roofline, attribution and bound on hardware of 100 FLOP/s over 10 B/s, see {@link Plans#machine()}. */
class LimitsTest {
    private static ExperimentProfile profile(Consumer<RunSink> run) {
        ExperimentPlan plan = new Plans().column("A", 1, 1).plan();
        var recorder = new RunRecorder(plan.runs().getFirst());
        run.accept(recorder);
        return ExperimentProfile.of(plan, List.of(recorder.finished()));
    }

    private static RunSink.Operation operation(String name, double operations, double bytes, double seconds) {
        return new RunSink.Operation(name, "gpu", "hbm", "fp16", 1, operations, bytes, seconds * 1e9, "hbm");
    }

    @Test
    void roofline_placesOperationsUnderTheLowerRoof() {
        ExperimentProfile profile = profile(sink -> {
            sink.operation(operation("read", 20, 10, 3)); // 2 FLOP/B: bandwidth allows 20 FLOP/s
            sink.operation(operation("multiply", 400, 2, 5)); // 200 FLOP/B: the peak allows 100 FLOP/s
            sink.operation(operation("copy", 0, 10, 2)); // has no place in the plane, but takes its time
        });
        Roofline roofline = Roofline.of(profile, Map.of()).getFirst();

        assertEquals(2, roofline.points().size());
        Roofline.Point read = roofline.points().get(0);
        assertEquals(2, read.intensity());
        assertEquals(20 / 3.0, read.achieved(), 1e-12);
        assertEquals(20, read.attainable());
        assertEquals(0.3, read.share(), 1e-12);
        Roofline.Point multiply = roofline.points().get(1);
        assertEquals(80, multiply.achieved());
        assertEquals(100, multiply.attainable());
        assertEquals(
                List.of(Ceiling.Kind.COMPUTE, Ceiling.Kind.BANDWIDTH),
                roofline.ceilings().stream().map(Ceiling::kind).toList());
    }

    @Test
    void roofline_withoutOperationsIsLeftOut() {
        assertEquals(List.of(), Roofline.of(profile(sink -> {}), Map.of()));
    }

    @Test
    void attribution_leavesOutPartsOfNoTime() {
        TimeAttribution attribution = TimeAttribution.of(
                profile(sink -> {
                    sink.attribution("gpu", 30);
                    sink.attribution("hbm", 0);
                    sink.attribution("overhead", 10);
                }),
                Map.of());
        assertEquals(List.of("gpu", "overhead"), attribution.parts());
        assertEquals(40, attribution.bars().getFirst().totalNanos());
        assertEquals(List.of(30.0, 10.0), attribution.bars().getFirst().nanos());
    }

    @Test
    void bound_saysHowManyTimesLongerTheRunTook() {
        List<LowerBound> bounds = LowerBound.of(
                profile(sink -> {
                    sink.bound(new Bound(400, "hbm", List.of()));
                    sink.progress(1, 1000);
                }),
                Map.of());
        assertEquals(2.5, bounds.getFirst().times());
        assertTrue(LowerBound.of(profile(sink -> {}), Map.of()).isEmpty());
    }
}
