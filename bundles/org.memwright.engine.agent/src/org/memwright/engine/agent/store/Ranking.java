/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

/** Keeps the best of what is offered: a heap with the worst kept one on top. Cost: O(log k) for one that is kept. */
public final class Ranking {
    private final int[] numbers;
    private final double[] scores;
    private int count;

    /** @param k how many are kept, at least 0 */
    public Ranking(int k) {
        numbers = new int[Math.max(0, k)];
        scores = new double[numbers.length];
    }

    public void offer(int number, double score) {
        if (count < numbers.length) {
            int at = count++;
            while (at > 0 && worse(number, score, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            numbers[at] = number;
            scores[at] = score;
        } else if (count > 0 && !worse(number, score, 0)) {
            sink(0, number, score);
        }
    }

    private void sink(int from, int number, double score) {
        int at = from;
        for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && worse(numbers[child + 1], scores[child + 1], child)) {
                child++;
            }
            if (worse(number, score, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        numbers[at] = number;
        scores[at] = score;
    }

    private void move(int from, int to) {
        numbers[to] = numbers[from];
        scores[to] = scores[from];
    }

    private boolean worse(int number, double score, int than) {
        return score < scores[than] || (score == scores[than] && number > numbers[than]);
    }

    /** What was kept, best first; nothing is kept after that. */
    public Hits hits(double rest) {
        int[] orderedNumbers = new int[count];
        double[] orderedScores = new double[count];
        while (count > 0) {
            int last = --count;
            orderedNumbers[last] = numbers[0];
            orderedScores[last] = scores[0];
            sink(0, numbers[last], scores[last]);
        }
        return new Hits(orderedNumbers, orderedScores, rest);
    }
}
