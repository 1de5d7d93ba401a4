/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the path of fewest hops, among these that of the widest narrowest link. */
final class PathSearch {
    private PathSearch() {}

    /**
     * Visits the tiers in rounds, one hop further each. Within a round every tier keeps the widest way to it; a widest way to
     * a tier goes over a widest way to the tier before, so keeping one is enough.
     */
    static Optional<Path> search(Machine machine, int from, int to) {
        int tiers = machine.tiers().size();
        double[] width = new double[tiers];
        Path.@Nullable Hop[] last = new Path.Hop[tiers];
        boolean[] reached = new boolean[tiers];
        boolean[] frontier = new boolean[tiers];
        reached[from] = true;
        frontier[from] = true;
        width[from] = Double.POSITIVE_INFINITY;
        while (!reached[to]) {
            boolean[] next = new boolean[tiers];
            boolean progressed = false;
            for (Tier near : machine.tiers()) {
                for (Tier far : machine.tiers()) {
                    if (!frontier[near.id()] || reached[far.id()]) {
                        continue;
                    }
                    Path.Hop hop = widestHop(machine, near, far);
                    if (hop == null) {
                        continue;
                    }
                    double narrowest = Math.min(width[near.id()], hop.bytesPerSecond());
                    if (!next[far.id()] || narrowest > width[far.id()]) {
                        width[far.id()] = narrowest;
                        last[far.id()] = hop;
                        next[far.id()] = true;
                        progressed = true;
                    }
                }
            }
            if (!progressed) {
                return Optional.empty();
            }
            for (int tier = 0; tier < tiers; tier++) {
                reached[tier] |= next[tier];
            }
            frontier = next;
        }
        return Optional.of(backwards(machine, from, to, last));
    }

    private static Path.@Nullable Hop widestHop(Machine machine, Tier from, Tier to) {
        Path.Hop widest = null;
        for (Link link : machine.links()) {
            if (link.joins(from.id(), to.id()) && (widest == null || link.bytesPerSecond() > widest.bytesPerSecond())) {
                widest = Path.Hop.over(link, from, to);
            }
        }
        boolean onOneUnit = from.computeUnit() >= 0 && from.computeUnit() == to.computeUnit();
        return widest == null && onOneUnit ? Path.Hop.through(from, to) : widest;
    }

    private static Path backwards(Machine machine, int from, int to, Path.@Nullable Hop[] last) {
        ArrayDeque<Path.Hop> hops = new ArrayDeque<>();
        Path.Hop hop = last[to];
        while (hop != null) {
            hops.addFirst(hop);
            hop = last[hop.from().id()];
        }
        return new Path(machine.tiers().get(from), machine.tiers().get(to), List.copyOf(hops));
    }
}
