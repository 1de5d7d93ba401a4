/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.lang.Designs;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Memory;
import org.memwright.units.Dimension;

class EvaluatorTest {
    private static Memory memory(String body) {
        return Designs.project("memory M for kv {\n" + body + "\n  store cache : kv() in hbm\n}\n")
                .declarations(Memory.class)
                .getFirst();
    }

    private static Expression value(String expression) {
        return memory("param x = " + expression).getParameters().getFirst().getValue();
    }

    @ParameterizedTest
    @CsvSource({
        "80 GiB, 80 GiB",
        "20% / 2, 10%",
        "2 * 80 GiB, 160 GiB",
        "1024 tokens - 32 tokens, 992 tokens",
        "80 GiB / 2 s, 40 GiB/s",
        "-(3 - 5), 2",
        "2 + 3 * 4, 14",
        "(2 + 3) * 4, 20",
        "10 - 3 - 2, 5",
        "1 GiB / 1 MiB, 1024",
        "'min(3 ms, 200 us)', 200 us",
        "'max(3 ms, 200 us)', 3 ms",
        "4 /s * 2, 8 /s",
        "0.1 GB + 0.2 GB, 0.3 GB"
    })
    void quantity_isWhatTheArithmeticGives(String expression, String expected) {
        assertEquals(expected, Evaluator.constant().quantity(value(expression)).toString());
    }

    @Test
    void quantity_followsParametersWhereverTheyStand() {
        Memory memory = memory("param half = budget / 2\n  param budget = 20%");

        assertEquals(
                "10%",
                WholeMemory.of(memory)
                        .evaluator()
                        .quantity(memory.getParameters().getFirst().getValue())
                        .toString());
    }

    @Test
    void override_reachesWhatDependsOnIt() {
        // H2O(budget: 5%) makes recent(budget / 2) keep 2.5 %.
        var project = Designs.project("memory H2O for kv {\n  param budget = 20%\n  param half = budget / 2\n"
                + "  store cache : kv() in hbm\n}\n\nexperiment E { compare H2O(budget: 5%), H2O(10%) as Ten }\n");
        var columns = project.declarations(Experiment.class).getFirst().getColumns();
        WholeMemory whole = WholeMemory.of(columns.getFirst().getMemory());
        Expression half = whole.parameters().get("half").getValue();

        assertEquals("2.5%", whole.evaluator(columns.get(0)).quantity(half).toString());
        assertEquals("5%", whole.evaluator(columns.get(1)).quantity(half).toString());
        assertEquals("10%", whole.evaluator().quantity(half).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "80 GiB + 3 s, DIMENSIONS_DIFFER",
        "'min(80 GiB, 3 s)', DIMENSIONS_DIFFER",
        "5 / 0, DIVISION_BY_ZERO",
        "1e999, NUMBER_TOO_LARGE",
        "1e300 * 1e300, NUMBER_TOO_LARGE",
        "5 B/B, UNIT_UNKNOWN",
        "budget / 2, VALUE_UNKNOWN",
        "\"text\", NOT_A_QUANTITY",
        "kv(), NOT_A_QUANTITY",
        "2 < 3, NOT_A_QUANTITY",
        "min(), NOT_A_QUANTITY"
    })
    void quantity_saysWhyThereIsNone(String expression, LangIssue issue) {
        var failure =
                assertThrows(EvaluationFailure.class, () -> Evaluator.constant().quantity(value(expression)));

        assertEquals(issue, failure.issue());
        assertTrue(Positions.of(failure.source()).line() > 0);
    }

    @Test
    void quantity_ofParametersInACircle_fails() {
        Memory memory = memory("param a = b\n  param b = a");
        Evaluator evaluator = WholeMemory.of(memory).evaluator();
        Expression a = memory.getParameters().getFirst().getValue();

        assertEquals(
                LangIssue.PARAMETER_CYCLE,
                assertThrows(EvaluationFailure.class, () -> evaluator.quantity(a))
                        .issue());
        assertEquals(
                LangIssue.PARAMETER_CYCLE,
                assertThrows(EvaluationFailure.class, () -> evaluator.resolve(a))
                        .issue());
        assertEquals(a, evaluator.resolveOrSelf(a));
    }

    @Test
    void quantity_ofADimension_refusesOthers() {
        var failure = assertThrows(
                EvaluationFailure.class, () -> Evaluator.constant().quantity(value("5 s"), Dimension.BYTES));

        assertEquals("'5 s' is time (such as 200 ms), but bytes (such as 80 GiB) is expected.", failure.getMessage());
    }

    @Test
    void position_isThatOfTheText() {
        Memory memory = memory("param x = 80 GiB");
        Expression x = memory.getParameters().getFirst().getValue();

        assertEquals(2, Positions.of(x).line());
        assertEquals(11, Positions.of(x).column());
        assertEquals("80 GiB", Positions.text(x));
    }
}
