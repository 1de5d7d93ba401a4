/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.profile.CountingEngine;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Plans;
import org.memwright.profile.Profiler;
import org.memwright.profile.view.ComparisonTable.Cell;
import org.memwright.profile.view.ComparisonTable.Row;
import org.memwright.runtime.Vocabulary;

class ComparisonTableTest {
    private static ExperimentProfile profile(Plans plans) {
        return new Profiler(Vocabulary.load(CountingEngine.class), 1).profile(plans.plan());
    }

    private static Row row(ExperimentProfile profile, int section, String metric) {
        return ComparisonTable.of(profile).sections().get(section).rows().stream()
                .filter(row -> row.metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void row_marksTheBestByItsSide() {
        Row held = row(profile(new Plans().column("A", 3, 10).column("B", 3, 20).column("C", 3, 10)), 0, "held");
        assertEquals(
                List.of("30", "60", "30"), held.cells().stream().map(Cell::text).toList());
        assertEquals(
                List.of(true, false, true),
                held.cells().stream().map(Cell::best).toList());
        assertEquals(
                List.of(1.0, 2.0, 1.0), held.cells().stream().map(Cell::factor).toList());
        assertEquals("B", held.scale().unit().symbol());
    }

    @Test
    void row_marksNothingWhereAllAreEqualOrAlone() {
        Row equal = row(profile(new Plans().column("A", 3, 10).column("B", 3, 10)), 0, "held");
        assertTrue(equal.cells().stream().noneMatch(Cell::best));
        Row alone = row(profile(new Plans().column("A", 3, 10)), 0, "held");
        assertTrue(alone.cells().stream().noneMatch(Cell::best));
    }

    @Test
    void row_overSeedsMarksAllThatAreNotToldFromTheBest() {
        // A and B take one step less or more in the same seeds: told. Rates of all are the same on average: not told.
        ExperimentProfile profile =
                profile(new Plans().column("A", 1000, 1).column("B", 999, 1).seeds(5));
        assertEquals(
                List.of(false, true),
                row(profile, 0, "time").cells().stream().map(Cell::best).toList());
        assertEquals(
                List.of(false, false),
                row(profile, 0, "rate").cells().stream().map(Cell::best).toList());
        assertTrue(row(profile, 0, "time").cells().getFirst().text().contains(" \u00b1 "));
    }

    @Test
    void cell_saysWhyThereIsNoFigure() {
        Row row = row(profile(new Plans().column("A", 3, 10).broken("B", "file")), 0, "held");
        assertEquals("failed", row.cells().get(1).text());
        assertNull(row.cells().get(1).explanation());
        assertNotNull(row.cells().get(0).explanation());
    }

    @Test
    void sections_areThePointsOfTheGrid() {
        ComparisonTable table = ComparisonTable.of(
                profile(new Plans().column("A", 3, 10).column("B", 3, 20).sizes("1 B", "2 B")));
        assertEquals(2, table.sections().size());
        assertEquals("{size=2 B}", table.sections().get(1).point().toString());
        assertEquals(
                List.of("6", "6"),
                table.sections().get(1).rows().get(2).cells().stream()
                        .map(Cell::text)
                        .toList());
    }
}
