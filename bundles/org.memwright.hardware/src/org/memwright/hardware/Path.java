/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.List;

/**
 * A way for bytes from one tier to another, over links and the tiers between.
 *
 * <p>Units: bytes per second, seconds, joules per byte.
 *
 * @param from the tier that is read
 * @param to the tier that is written
 * @param hops from tier to tier, in order; none when both are the same
 */
public record Path(Tier from, Tier to, List<Hop> hops) {
    /**
     * One step of a path.
     *
     * @param from the tier that is read
     * @param to the tier that is written
     * @param link id of the link between, or {@link #NO_LINK}
     * @param bytesPerSecond bandwidth of the link; infinite without one
     * @param latencySeconds latency of the link; 0 without one
     * @param joulesPerByte energy of the link; 0 without one
     */
    public record Hop(
            Tier from, Tier to, int link, double bytesPerSecond, double latencySeconds, double joulesPerByte) {

        /** The link of a hop between two tiers on one compute unit, which itself moves the bytes. */
        public static final int NO_LINK = -1;

        static Hop over(Link link, Tier from, Tier to) {
            return new Hop(from, to, link.id(), link.bytesPerSecond(), link.latencySeconds(), link.joulesPerByte());
        }

        static Hop through(Tier from, Tier to) {
            return new Hop(from, to, NO_LINK, Double.POSITIVE_INFINITY, 0, 0);
        }
    }

    public Path {
        hops = List.copyOf(hops);
    }

    /**
     * The bandwidth of the narrowest link or tier; infinite without hops. A tier on the way is read and written at once and
     * both share its bus.
     */
    public double bytesPerSecond() {
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            double reading = hop.from().readBytesPerSecond();
            double writing = hop.from().writeBytesPerSecond();
            double leaving = i == 0 ? reading : 1 / (1 / reading + 1 / writing);
            narrowest = Math.min(narrowest, Math.min(hop.bytesPerSecond(), leaving));
        }
        return hops.isEmpty() ? narrowest : Math.min(narrowest, to.writeBytesPerSecond());
    }

    /** Time until the first byte has arrived: the latencies of all links, and of each tier once. */
    public double latencySeconds() {
        double sum = linkLatencySeconds();
        for (Hop hop : hops) {
            sum += hop.from().latencySeconds();
        }
        return hops.isEmpty() ? 0 : sum + to.latencySeconds();
    }

    /** The latencies of the links alone. */
    public double linkLatencySeconds() {
        double sum = 0;
        for (Hop hop : hops) {
            sum += hop.latencySeconds();
        }
        return sum;
    }
}
