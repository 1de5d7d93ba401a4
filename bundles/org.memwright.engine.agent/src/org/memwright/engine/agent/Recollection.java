/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.util.Set;

/**
 * What was recalled for one question.
 *
 * @param places of the evidence among the pieces recalled, 1 for the first; lowest first
 * @param evidence how many pieces hold the answer
 * @param staleFirst whether an outdated answer was recalled ahead of the present one
 * @param hasOutdated whether there is an outdated answer
 * @param recalled how many pieces were recalled
 * @param hasAnswer whether the words of the answer are known
 * @param evidenceTokens tokens of all evidence
 * @param foundTokens tokens of the evidence that was recalled
 * @param answered whether they stand in what was recalled
 */
record Recollection(
        int[] places,
        int evidence,
        boolean hasOutdated,
        boolean staleFirst,
        int recalled,
        int tokens,
        double seconds,
        Set<Integer> needed,
        boolean hasAnswer,
        boolean answered,
        int evidenceTokens,
        int foundTokens) {
    /** Tokens of the evidence that was recalled, of those that were recalled or are evidence. */
    double iou() {
        double all = (double) tokens + evidenceTokens - foundTokens;
        return all == 0 ? 0 : foundTokens / all;
    }

    int found(int k) {
        int count = 0;
        for (int place : places) {
            count += place <= k ? 1 : 0;
        }
        return count;
    }

    double reciprocal() {
        return places.length == 0 ? 0 : 1.0 / places[0];
    }

    double ndcg(int k) {
        double sum = 0;
        for (int place : places) {
            sum += place <= k ? 1 / log2(1 + place) : 0;
        }
        double most = 0;
        for (int place = 1; place <= Math.min(k, evidence); place++) {
            most += 1 / log2(1 + place);
        }
        return sum / most;
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
