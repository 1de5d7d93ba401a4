/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.program;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.agent.item.Piece;

/** Joins two rankings into one. */
public final class Fusion {
    private Fusion() {}

    /** What makes two items of rankings the same: the place where they are kept, or their text. */
    private record Key(
            @Nullable ItemMemory memory,
            int number,
            @Nullable Piece piece) {
        static Key of(Found found) {
            return found.memory() == null
                    ? new Key(null, -1, found.piece())
                    : new Key(found.memory(), found.number(), null);
        }
    }

    /** An item with its two scores. */
    private static final class Both {
        final Found found;
        double first;
        double second;

        Both(Found found, double first, double second) {
            this.found = found;
            this.first = first;
            this.second = second;
        }
    }

    /**
     * By scores, each list brought to mean 0 and deviation 1; an item that a list lacks has the list's least score there.
     *
     * <p>Source: E. Fox, J. Shaw, <cite>Combination of Multiple Searches</cite>, 1994 (CombSUM), with z-scores as in M. Montague, J.
     * Aslam, <cite>Relevance Score Normalization for Metasearch</cite>, 2001.
     *
     * @param share how much the second counts, 0 to 1
     */
    public static Flow byScore(Flow first, Flow second, double share) {
        Map<Key, Both> all = union(first, second, first.rest(), second.rest());
        double[] a = all.values().stream().mapToDouble(b -> b.first).toArray();
        double[] b = all.values().stream().mapToDouble(x -> x.second).toArray();
        double meanA = mean(a);
        double meanB = mean(b);
        double scaleA = (1 - share) / deviation(a, meanA);
        double scaleB = share / deviation(b, meanB);
        double rest = (first.rest() - meanA) * scaleA + (second.rest() - meanB) * scaleB;
        return new Flow(
                all.values().stream()
                        .map(x -> x.found.scored((x.first - meanA) * scaleA + (x.second - meanB) * scaleB))
                        .toList(),
                rest);
    }

    /**
     * By places: an item scores the sum of 1 / (constant + place) over the lists that have it.
     *
     * <p>Source: G. Cormack, C. Clarke, S. Buettcher, <cite>Reciprocal Rank Fusion Outperforms Condorcet</cite>, 2009.
     */
    public static Flow byRank(Flow first, Flow second, double share, double constant) {
        Map<Key, Both> all = union(places(first, constant), places(second, constant), 0, 0);
        return new Flow(
                all.values().stream()
                        .map(x -> x.found.scored(2 * ((1 - share) * x.first + share * x.second)))
                        .toList(),
                0);
    }

    private static Flow places(Flow flow, double constant) {
        Flow ranked = flow.ranked(Integer.MAX_VALUE);
        var items = new java.util.ArrayList<Found>();
        for (int i = 0; i < ranked.items().size(); i++) {
            items.add(ranked.items().get(i).scored(1 / (constant + i + 1)));
        }
        return Flow.of(items);
    }

    private static Map<Key, Both> union(Flow first, Flow second, double firstRest, double secondRest) {
        Map<Key, Both> all = new LinkedHashMap<>();
        for (Found found : first.items()) {
            all.put(Key.of(found), new Both(found, found.score(), secondRest));
        }
        for (Found found : second.items()) {
            Key key = Key.of(found);
            Both both = all.get(key);
            if (both == null) {
                all.put(key, new Both(found, firstRest, found.score()));
            } else {
                both.second = found.score();
            }
        }
        return all;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum == 0 ? 1 : StrictMath.sqrt(sum / values.length);
    }
}
