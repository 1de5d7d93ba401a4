/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

/**
 * Items with scores, best first; of equal scores the lower number first.
 *
 * @param rest the score of every item that is not among them: 0 where no term matches, the least one found where only so many
 *     were asked for
 */
public record Hits(int[] numbers, double[] scores, double rest) {
    public int count() {
        return numbers.length;
    }
}
