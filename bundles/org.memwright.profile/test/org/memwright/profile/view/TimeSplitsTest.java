/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.RunRecorder;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;

class TimeSplitsTest {
    private static Input seconds(String name, double value, Input... parts) {
        return new Input(name, value, Dimension.TIME, List.of(parts));
    }

    private static Measure measure(String metric, Measure.Interval interval, Input... inputs) {
        return new Measure(
                new MetricCall(metric, ""),
                3,
                Dimension.TIME,
                "s",
                Better.LOWER,
                Double.NaN,
                new Explanation("sum", List.of(inputs), ""),
                interval);
    }

    private static ExperimentProfile profile(Measure... measures) {
        ExperimentPlan plan = new Plans().column("A", 1, 1).plan();
        var recorder = new RunRecorder(plan.runs().getFirst());
        for (Measure measure : measures) {
            recorder.measure(measure);
        }
        return ExperimentProfile.of(plan, List.of(recorder.finished()));
    }

    @Test
    void metrics_areSplitWhereAnInputIsTheSumOfItsOwn() {
        ExperimentProfile profile = profile(
                measure(
                        "ttft",
                        Measure.Interval.NONE,
                        seconds("mean", 3, seconds("queueing", 2), seconds("reading", 1))),
                measure("tpot", Measure.Interval.NONE, seconds("mean", 3, seconds("reading", 3))),
                measure("other", Measure.Interval.NONE, seconds("mean", 3, seconds("a part of it", 1))));

        List<TimeSplits> splits = TimeSplits.of(profile, Map.of());

        assertEquals(
                List.of("ttft", "tpot"), splits.stream().map(TimeSplits::metric).toList());
        for (TimeSplits split : splits) {
            assertEquals(List.of("queueing", "reading"), split.attribution().parts());
        }
        assertEquals(
                List.of(2e9, 1e9), splits.get(0).attribution().bars().getFirst().nanos());
        assertEquals(
                List.of(0.0, 3e9), splits.get(1).attribution().bars().getFirst().nanos());
    }

    @Test
    void cell_showsTheIntervalThatTheErrorOfMeasurementsGives() {
        ExperimentProfile profile =
                profile(measure("known", new Measure.Interval(2.5, 3.75)), measure("unknown", Measure.Interval.NONE));

        ComparisonTable rest = ComparisonTable.ofTheRest(profile);
        List<String> texts = rest.sections().getFirst().rows().stream()
                .map(row -> row.cells().getFirst().text())
                .toList();

        assertEquals(List.of("3 (2.5 to 3.8)", "3"), texts);
    }
}
