/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload;

import java.util.List;
import java.util.Set;
import org.memwright.engine.agent.item.Piece;

/**
 * What one memory lives through: the turns of a dialogue, or the passages of a collection, and what is asked about them.
 *
 * @param name such as the file's
 * @param pieces in the order in which they are written; origin i is piece i
 */
public record Episode(String name, List<Piece> pieces, List<Question> questions) {
    public Episode {
        pieces = List.copyOf(pieces);
        questions = List.copyOf(questions);
    }

    /**
     * A question with what answers it.
     *
     * @param after how many pieces were written when it is asked
     * @param category as the data name it; empty where they do not
     * @param evidence the pieces that hold the answer; empty where the data name none, and then it is asked but not judged
     * @param outdated pieces that once held the answer and no longer do, or that hold a wrong one
     * @param answer as the data give it; empty where they do not
     * @param answerable false where nothing that was written answers it, and recalling nothing is right
     */
    public record Question(
            String text,
            long timeNanos,
            int after,
            String category,
            Set<Integer> evidence,
            Set<Integer> outdated,
            String answer,
            boolean answerable) {
        /** A question whose answer the data do not give. */
        public Question(
                String text, long timeNanos, int after, String category, Set<Integer> evidence, Set<Integer> outdated) {
            this(text, timeNanos, after, category, evidence, outdated, "", true);
        }

        /** A question that what was written answers. */
        public Question(
                String text,
                long timeNanos,
                int after,
                String category,
                Set<Integer> evidence,
                Set<Integer> outdated,
                String answer) {
            this(text, timeNanos, after, category, evidence, outdated, answer, true);
        }

        public Question {
            evidence = Set.copyOf(evidence);
            outdated = Set.copyOf(outdated);
        }
    }
}
