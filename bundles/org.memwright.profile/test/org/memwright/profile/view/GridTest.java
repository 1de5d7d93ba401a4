/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.profile.CountingEngine;
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.Profiler;
import org.memwright.profile.view.ParetoFront.Dot;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.Better;

class GridTest {
    private static ExperimentProfile profile(Plans plans) {
        return new Profiler(Vocabulary.load(CountingEngine.class), 1).profile(plans.plan());
    }

    @Test
    void pareto_isWhatNothingBeatsInBoth() {
        ExperimentProfile profile = profile(new Plans()
                .column("A", 3, 1)
                .column("B", 500, 1)
                .column("C", 40, 1)
                .sizes("1 B", "2 B", "64 B"));
        List<ParetoFront> fronts = ParetoFront.of(profile, 5);
        // The first measure is better when higher, so it is set against the two that are better when lower.
        assertEquals(
                List.of("time", "held"),
                fronts.stream().map(front -> front.x().metric().name()).toList());
        for (ParetoFront front : fronts) {
            assertEquals(9, front.dots().size());
            assertEquals(Better.HIGHER, front.y().better());
            for (Dot dot : front.dots()) {
                boolean beaten = front.dots().stream()
                        .anyMatch(other -> other.y().mean() >= dot.y().mean()
                                && other.x().mean() <= dot.x().mean()
                                && (other.y().mean() > dot.y().mean()
                                        || other.x().mean() < dot.x().mean()));
                assertEquals(!beaten, dot.onFront(), dot.toString());
            }
            assertTrue(front.dots().stream().anyMatch(Dot::onFront));
        }
        assertEquals(1, ParetoFront.of(profile, 1).size());
    }

    @Test
    void pareto_ofOneDotIsLeftOut() {
        assertEquals(List.of(), ParetoFront.of(profile(new Plans().column("A", 3, 1)), 2));
    }

    @Test
    void sweep_followsAMeasureOverTheAxis() {
        ExperimentProfile profile =
                profile(new Plans().column("A", 3, 1).column("B", 5, 1).sizes("2 KiB", "1 B"));
        Sweep held = Sweep.of(profile).get(2);
        assertEquals("size", held.axis());
        assertEquals(
                List.of("A", "B"),
                held.curves().stream().map(Sweep.Curve::label).toList());
        assertEquals(
                List.of(10240.0, 5.0),
                held.curves().get(1).estimates().stream().map(Estimate::mean).toList());
        assertEquals(2048, held.position("2 KiB").orElseThrow());
        assertEquals(1, held.position("1 B").orElseThrow());
    }

    @Test
    void sweep_needsAnAxisWithTwoValues() {
        assertEquals(List.of(), Sweep.of(profile(new Plans().column("A", 3, 1))));
        assertEquals(List.of(), Sweep.of(profile(new Plans().column("A", 3, 1).sizes("1 B"))));
    }

    @Test
    void notes_areSaidOnceWithTheirColumns() {
        RunNotes notes = RunNotes.of(
                profile(new Plans().column("A", 3, 1).column("B", 3, 1).seeds(2)));
        assertEquals(
                List.of(new RunNotes.Entry(NoteKind.DEFAULT, "fingers = 10", List.of())), notes.of(NoteKind.DEFAULT));
    }

    @Test
    void openRuns_areGroupedByReason() {
        List<OpenRuns> open = OpenRuns.of(profile(new Plans()
                .column("A", 3, 1)
                .broken("B", "file")
                .sizes("1 B", "2 B")
                .seeds(3)));
        assertEquals(1, open.size());
        assertEquals("B (6 runs)", open.getFirst().subject());
        assertEquals(
                "failed: trace.csv:3:7: '12x' is not a number", open.getFirst().reason());
        assertEquals(
                "B",
                OpenRuns.of(profile(new Plans().broken("B", "file"))).getFirst().subject());
    }
}
