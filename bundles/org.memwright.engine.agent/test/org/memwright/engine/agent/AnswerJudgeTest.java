/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class AnswerJudgeTest {
    /** "blue car" and "blue bicycle", articles and marks left out: one word in common of four, 2 x 1 / 4. */
    @Test
    void f1_countsWordsInCommon() {
        assertEquals(0.5, AnswerJudge.f1("The blue car.", "a blue bicycle"));
        assertEquals(1, AnswerJudge.f1("Lisbon", "lisbon!"));
        assertEquals(0, AnswerJudge.f1("", "Lisbon"));
        // "no no" against "no": the word is in common once, 2 x 1 / 3
        assertEquals(2.0 / 3, AnswerJudge.f1("no no", "no"), 1e-12);
    }
}
