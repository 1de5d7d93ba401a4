/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.profile.view.ComparisonTable;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.MetricCall;

class SideBySideTest {
    private final Profiler profiler = new Profiler(Vocabulary.load(SideBySideTest.class), 1);

    private ExperimentProfile before() {
        return profiler.profile(new Plans()
                .column("A", 10, 100)
                .column("B", 20, 100)
                .expect(Plans.measured("A", "held"), "<", Plans.constant("1 GiB"))
                .plan());
    }

    private ExperimentProfile after() {
        return profiler.profile(
                new Plans().column("A", 10, 50).column("C", 5, 1).plan());
    }

    @Test
    void of_putsADesignNextToItself() {
        ExperimentProfile both = SideBySide.of("#1", before(), "#2", after());

        assertEquals(List.of("A #1", "A #2", "B #1", "C #2"), both.columns());
        assertEquals("test.Count", both.name());
        assertEquals("#1: left < right", both.verdicts().getFirst().text());
        var held = new MetricCall("held", "");
        assertEquals(1000, both.estimate("A #1", Map.of(), held).mean()); // 10 steps of 100 B
        assertEquals(500, both.estimate("A #2", Map.of(), held).mean());
    }

    @Test
    void of_isAProfileThatEveryViewShows() {
        ComparisonTable table = ComparisonTable.of(SideBySide.of("#1", before(), "#2", after()));

        ComparisonTable.Row held = table.sections().getFirst().rows().get(2);
        assertEquals("held", held.metric().label());
        assertEquals(
                List.of(1000.0, 500.0, 2000.0, 5.0),
                held.cells().stream().map(cell -> cell.estimate().mean()).toList());
    }
}
