/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.profile.Verdict.Outcome;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExpectationPlan.Arithmetic;
import org.memwright.runtime.plan.ExpectationPlan.Term;
import org.memwright.runtime.plan.Value;

/** A holds 30 B, B 60 B at the end. */
class VerdictTest {
    private static Plans plans() {
        return new Plans().column("A", 3, 10).column("B", 3, 20);
    }

    private static List<Verdict> verdicts(Plans plans) {
        return new Profiler(Vocabulary.load(CountingEngine.class), 1)
                .profile(plans.plan())
                .verdicts();
    }

    private static Verdict verdict(Plans plans) {
        List<Verdict> verdicts = verdicts(plans);
        assertEquals(1, verdicts.size());
        return verdicts.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "<, PASSED",
        "<=, PASSED",
        ">, FAILED",
        ">=, FAILED",
        "==, FAILED",
        "!=, PASSED",
    })
    void outcome_comparesTheTwoSides(String operator, Outcome outcome) {
        Verdict verdict = verdict(plans().expect(Plans.measured("A", "held"), operator, Plans.measured("B", "held")));
        assertEquals(outcome, verdict.outcome());
        assertEquals("30 B " + operator + " 60 B", verdict.values());
        assertEquals("", verdict.reason());
    }

    @ParameterizedTest
    @CsvSource({"<, FAILED", "<=, PASSED", ">, FAILED", ">=, PASSED", "==, PASSED", "!=, FAILED"})
    void outcome_ofEqualSides(String operator, Outcome outcome) {
        Term half = new Arithmetic(Plans.measured("B", "held"), "/", Plans.constant("2"));
        assertEquals(
                outcome,
                verdict(plans().expect(Plans.measured("A", "held"), operator, half))
                        .outcome());
    }

    @ParameterizedTest
    @CsvSource({"+, 90 B", "-, -30 B", "*, 1800 B^2", "/, 0.5"})
    void values_computeWithUnits(String operator, String value) {
        Term joined = new Arithmetic(Plans.measured("A", "held"), operator, Plans.measured("B", "held"));
        assertEquals(
                value + " == " + value,
                verdict(plans().expect(joined, "==", joined)).values());
    }

    @Test
    void position_namesTheFileWithoutItsFolders() {
        Verdict verdict = verdict(plans().expect(Plans.measured("A", "held"), "<", Plans.constant("1 KiB")));
        assertEquals("count.memw:7:3", verdict.position().toString());
    }

    @Test
    void outcome_isUndecidedWhereARunFailed() {
        Verdict verdict = verdict(
                plans().broken("C", "file").expect(Plans.measured("A", "held"), "<", Plans.measured("C", "held")));
        assertEquals(Outcome.UNDECIDED, verdict.outcome());
        assertEquals("The run of C failed: trace.csv:3:7: '12x' is not a number", verdict.reason());
        assertEquals("30 B < n/a", verdict.values());
    }

    @Test
    void outcome_isUndecidedWhereThereIsNoFigure() {
        Verdict verdict = verdict(plans().expect(Plans.measured("A", "joy"), ">", Plans.constant("1")));
        assertEquals(Outcome.UNDECIDED, verdict.outcome());
        assertEquals("A.joy has no value in this run.", verdict.reason());
    }

    @Test
    void outcome_isUndecidedForSidesOfDifferentDimensions() {
        Verdict verdict = verdict(plans().expect(Plans.measured("A", "held"), ">", Plans.constant("1 s")));
        assertEquals(Outcome.UNDECIDED, verdict.outcome());
        assertEquals(
                "The left side is bytes (such as 80 GiB), the right side time (such as 200 ms).", verdict.reason());
    }

    @Test
    void outcome_isUndecidedBeforeTheRunsAreDone() {
        var plan = plans().expect(Plans.measured("A", "held"), "<", Plans.measured("B", "held"))
                .plan();
        ExperimentProfile all = new Profiler(Vocabulary.load(CountingEngine.class), 1).profile(plan);
        ExperimentProfile first = ExperimentProfile.of(plan, List.of(all.runs().getFirst()));
        assertEquals("The run of B was not made.", first.verdicts().getFirst().reason());
    }

    @Test
    void verdicts_areOnePerPoint() {
        List<Verdict> verdicts = verdicts(plans().sizes("10 B", "20 B", "1 KiB")
                .expect(Plans.measured("A", "held"), "<", Plans.constant("61 B")));
        assertEquals(
                List.of(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED),
                verdicts.stream().map(Verdict::outcome).toList());
        assertEquals(Map.of("size", "1 KiB"), verdicts.getLast().point());
    }

    @Test
    void at_picksThePointHoweverItIsWritten() {
        Map<String, Value> at = Map.of("size", Plans.amount("1024 B"));
        Verdict verdict = verdict(
                plans().sizes("10 B", "1 KiB").expect(Plans.measured("A", "held"), "==", Plans.constant("3 KiB"), at));
        assertEquals(Outcome.PASSED, verdict.outcome());
        assertEquals(Map.of("size", "1 KiB"), verdict.point());
    }

    @Test
    void outcome_overSeedsIsThatOfTheMeans() {
        // The same seed draws the same steps, so B with its one step less is the faster in every seed.
        Verdict verdict = verdict(new Plans()
                .column("A", 1000, 1)
                .column("B", 999, 1)
                .seeds(5)
                .expect(Plans.measured("B", "time"), "<", Plans.measured("A", "time")));
        assertEquals(Outcome.PASSED, verdict.outcome());
        assertEquals(5, verdict.left().count());
        assertTrue(verdict.left().high() > verdict.right().low(), "their own intervals overlap");
        assertTrue(
                verdict.values().matches("\\d[.\\d]* \u00b1 0\\.\\d+ us < \\d[.\\d]* \u00b1 0\\.\\d+ us"),
                verdict.values());
    }

    @Test
    void outcome_isUndecidedWhereSeedsDifferMoreThanTheSides() {
        // 1000 steps of 1 to 9 ns take 5 us, give or take 80 ns.
        Verdict verdict = verdict(new Plans()
                .column("A", 1000, 1)
                .seeds(5)
                .expect(Plans.measured("A", "time"), "<", Plans.constant("5 us")));
        assertEquals(Outcome.UNDECIDED, verdict.outcome());
        assertEquals(
                "Over 5 seeds the difference of the two sides is not told from chance (95 %); repeat more seeds.",
                verdict.reason());
    }
}
