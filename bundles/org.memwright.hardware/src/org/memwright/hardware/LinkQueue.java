/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.Arrays;
import java.util.List;

/**
 * Transfers over one link, first come first served.
 *
 * <p>The directions of a duplex link do not wait for each other. Over a fabric every device sends and receives with the
 * full bandwidth, so a transfer waits for the sender's and the receiver's port.
 *
 * <p>State: for every lane, when it is free. Units: nanoseconds, bytes. Cost: O(1), no allocation.
 * <br>Assumes: callers ask in the order in which transfers are to be served; latency does not occupy the link.
 */
public final class LinkQueue {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int ABSENT = -1;

    private final Link link;
    private final double nanosPerByte;
    private final double latencyNanos;

    /** Position of a tier among the sources, by tier id; and among the targets. */
    private final int[] sourceAt;

    private final int[] targetAt;
    private final double[] laneFreeNanos;

    private final double[] laneBytes;

    private long transfers;
    private double bytes;
    private double busyNanos;
    private double queuedNanos;

    /**
     * @param link the link
     * @param efficiency share of its bandwidth that transfers reach
     */
    public LinkQueue(Link link, double efficiency) {
        if (!(link.bytesPerSecond() > 0)) {
            throw new IllegalArgumentException("link " + link.name() + ": bandwidth is " + link.bytesPerSecond()
                    + " B/s, must be positive; declare it, such as: bandwidth 31.5 GB/s");
        }
        this.link = link;
        this.nanosPerByte = NANOS_PER_SECOND / (link.bytesPerSecond() * efficiency);
        this.latencyNanos = link.latencySeconds() * NANOS_PER_SECOND;
        int largest = 0;
        for (int tier : link.sources()) {
            largest = Math.max(largest, tier);
        }
        for (int tier : link.targets()) {
            largest = Math.max(largest, tier);
        }
        sourceAt = positions(link.sources(), largest);
        targetAt = positions(link.targets(), largest);
        int lanes = link.isFabric() ? 2 * link.sources().size() : 2;
        laneFreeNanos = new double[lanes];
        laneBytes = new double[lanes];
    }

    private static int[] positions(List<Integer> tiers, int largest) {
        int[] positions = new int[largest + 1];
        Arrays.fill(positions, ABSENT);
        for (int i = 0; i < tiers.size(); i++) {
            positions[tiers.get(i)] = i;
        }
        return positions;
    }

    /**
     * Queues a transfer.
     *
     * @param fromTier id of the tier at the sending end
     * @param toTier id of the tier at the receiving end
     * @param readyNanos when the bytes are ready to be sent
     * @param bytes how many
     * @return when the last byte has arrived, in whole nanoseconds, rounded up
     * @throws IllegalArgumentException when the link does not lead there
     */
    public long transfer(int fromTier, int toTier, long readyNanos, double bytes) {
        double start = Math.max((double) readyNanos, freeNanos(fromTier, toTier));
        occupy(fromTier, toTier, (double) readyNanos, start, bytes);
        return (long) Math.ceil(start + bytes * nanosPerByte + latencyNanos);
    }

    /** When the link can begin another transfer between two tiers. */
    public double freeNanos(int fromTier, int toTier) {
        int sending = sendingLane(fromTier, toTier);
        return Math.max(laneFreeNanos[sending], laneFreeNanos[receivingLane(sending, toTier)]);
    }

    /** How long bytes keep a lane busy. */
    public double serviceNanos(double someBytes) {
        return someBytes * nanosPerByte;
    }

    /** Takes the lanes from a start on, which is not before {@link #freeNanos}. */
    void occupy(int fromTier, int toTier, double readyNanos, double startNanos, double someBytes) {
        Operation.amount("bytes", someBytes);
        int sending = sendingLane(fromTier, toTier);
        double service = someBytes * nanosPerByte;
        int receiving = receivingLane(sending, toTier);
        laneFreeNanos[sending] = startNanos + service;
        laneBytes[sending] += someBytes;
        if (receiving != sending) {
            laneFreeNanos[receiving] = startNanos + service;
            laneBytes[receiving] += someBytes;
        }
        transfers++;
        bytes += someBytes;
        busyNanos += service;
        queuedNanos += startNanos - readyNanos;
    }

    private int sendingLane(int fromTier, int toTier) {
        boolean forward = at(sourceAt, fromTier) != ABSENT && at(targetAt, toTier) != ABSENT;
        if (forward && fromTier != toTier) {
            return link.isFabric() ? sourceAt[fromTier] : 0;
        }
        boolean backward = at(targetAt, fromTier) != ABSENT && at(sourceAt, toTier) != ABSENT;
        if (!backward || !link.duplex() || fromTier == toTier) {
            throw new IllegalArgumentException("link " + link.name() + " does not lead from tier " + fromTier
                    + " to tier " + toTier + "; it leads from " + link.sources() + (link.duplex() ? " and back" : "")
                    + " to " + link.targets());
        }
        return 1;
    }

    private int receivingLane(int sendingLane, int toTier) {
        return link.isFabric() ? link.sources().size() + targetAt[toTier] : sendingLane;
    }

    private static int at(int[] positions, int tier) {
        return tier >= 0 && tier < positions.length ? positions[tier] : ABSENT;
    }

    public Link link() {
        return link;
    }

    public long transfers() {
        return transfers;
    }

    /** Bytes sent, in all directions. */
    public double bytes() {
        return bytes;
    }

    /** Time that the link was sending, summed over its directions and senders. */
    public double busyNanos() {
        return busyNanos;
    }

    /** Time that transfers waited for others, summed over transfers. */
    public double queuedNanos() {
        return queuedNanos;
    }

    /** The least time that the bytes sent so far could take: those of the direction or port that carried most. */
    public double idealNanos() {
        double most = 0;
        for (double carried : laneBytes) {
            most = Math.max(most, carried);
        }
        return most * (NANOS_PER_SECOND / link.bytesPerSecond());
    }
}
