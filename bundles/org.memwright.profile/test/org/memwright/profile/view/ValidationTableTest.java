/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.profile.view.ValidationTable.Comparison;
import org.memwright.profile.view.ValidationTable.Row;
import org.memwright.units.Dimension;

/** How errors read, and that a table explains what it has. */
class ValidationTableTest {

    private static Row row(String metric, double predicted, double measured, Comparison comparison) {
        return new Row(metric, Dimension.NUMBER, predicted, measured, comparison, Double.NaN);
    }

    @Test
    void error_hasASignUnlessItRoundsToNothing() {
        assertEquals("+1.30%", row("tpot(mean)", 1.013, 1, Comparison.RELATIVE).errorText());
        assertEquals("-25.0%", row("tpot(mean)", 3, 4, Comparison.RELATIVE).errorText());
        assertEquals(
                "-0.40 points",
                row("prefix_hit_rate", 0.25, 0.254, Comparison.POINTS).errorText());
        assertEquals(
                "0.00 points", row("hits", 0.25, 0.2500001, Comparison.POINTS).errorText());
        assertEquals(
                "11.2%", row("mean error", 0.112, Double.NaN, Comparison.ERROR).errorText());
    }

    @Test
    void definitions_areOfWhatTheTableHas() {
        assertEquals(
                "",
                table(row("mean error", 0.112, Double.NaN, Comparison.ERROR)).definitions());
        String ofHits = table(row("hits", 0.2, 0.3, Comparison.POINTS)).definitions();
        assertTrue(ofHits.startsWith("error: predicted / measured - 1"), ofHits);
        String ofRuns = table(row("ttft(mean)", 2, 3, Comparison.RELATIVE)).definitions();
        assertTrue(ofRuns.startsWith("ttft: arrival to first token"), ofRuns);
        assertTrue(ofRuns.endsWith(ofHits), ofRuns);
        assertFalse(ofHits.contains("ttft"), ofHits);
    }

    private static ValidationTable table(Row row) {
        return new ValidationTable(List.of(new ValidationTable.Run("run", "serving", List.of(row), List.of(), "")));
    }
}
