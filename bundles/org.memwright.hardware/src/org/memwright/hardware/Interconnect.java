/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * All transfers of a machine: over one link or several, each with its queue.
 *
 * <p>A transfer over several links is a stream: it starts when all of them are free, flows at the pace of the narrowest link or
 * tier and arrives after the latencies of all. Each link is busy only for its own share of the time, so that others may use
 * what the stream leaves.
 *
 * <p>State: the queues, and bytes and energy by tier and link. Units: nanoseconds, bytes, joules.
 * <br>Cost: linear in the hops, no allocation. Assumes: tiers serve transfers beside computations without slowing them;
 * the share of the bandwidth that links reach holds for the tiers at their ends too.
 */
public final class Interconnect {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<LinkQueue> queues;
    private final double efficiency;
    private final double[] readBytes;
    private final double[] writtenBytes;
    private double joules;

    /**
     * @param machine the hardware
     * @param efficiency the shares of the data sheet that are reached
     */
    public Interconnect(Machine machine, Efficiency efficiency) {
        this.efficiency = efficiency.link();
        List<LinkQueue> all = new ArrayList<>();
        for (Link link : machine.links()) {
            all.add(new LinkQueue(link, efficiency.link()));
        }
        this.queues = List.copyOf(all);
        this.readBytes = new double[machine.tiers().size()];
        this.writtenBytes = new double[machine.tiers().size()];
    }

    /**
     * Moves bytes in one piece.
     *
     * @param path the way, from {@link Machine#path}
     * @param readyNanos when the bytes are ready to be sent
     * @return when the last byte has arrived, in whole nanoseconds, rounded up; at once when there is no hop or no byte
     */
    public long transfer(Path path, long readyNanos, double bytes) {
        return transfer(path, readyNanos, 1, bytes);
    }

    /**
     * Moves bytes from scattered places.
     *
     * @param path the way, from {@link Machine#path}
     * @param readyNanos when the bytes are ready to be sent
     * @param pieces how many places
     * @param bytesEach bytes wanted at each; every hop moves what its tiers' access granularity makes of them
     * @return when the last byte has arrived, in whole nanoseconds, rounded up; at once when there is no hop or no byte
     */
    public long transfer(Path path, long readyNanos, double pieces, double bytesEach) {
        Operation.amount("pieces", pieces);
        Operation.amount("bytes", bytesEach);
        List<Path.Hop> hops = path.hops();
        if (hops.isEmpty() || pieces * bytesEach == 0) {
            return readyNanos;
        }
        if (!(path.bytesPerSecond() > 0)) {
            throw new IllegalArgumentException("the path from " + path.from().name() + " to "
                    + path.to().name() + " has no bandwidth; a tier on it declares none for reading or writing");
        }
        double start = startNanos(hops, readyNanos);
        double stream = 0;
        double latency = path.to().latencySeconds();
        double arriving = 0;
        for (int i = 0; i < hops.size(); i++) {
            Path.Hop hop = hops.get(i);
            double access = Math.max(hop.from().accessBytes(), hop.to().accessBytes());
            double bytes = pieces * Operation.roundUp(bytesEach, access);
            double reading = bytes / hop.from().readBytesPerSecond();
            double writing = i == 0 ? 0 : arriving / hop.from().writeBytesPerSecond();
            stream = Math.max(stream, Math.max(bytes / hop.bytesPerSecond(), reading + writing));
            latency += hop.latencySeconds() + hop.from().latencySeconds();
            charge(hop, readyNanos, start, bytes);
            arriving = bytes;
        }
        stream = Math.max(stream, arriving / path.to().writeBytesPerSecond());
        return (long) Math.ceil(start + (stream / efficiency + latency) * NANOS_PER_SECOND);
    }

    private double startNanos(List<Path.Hop> hops, long readyNanos) {
        double start = readyNanos;
        for (int i = 0; i < hops.size(); i++) {
            Path.Hop hop = hops.get(i);
            if (hop.link() != Path.Hop.NO_LINK) {
                LinkQueue queue = queues.get(hop.link());
                start = Math.max(
                        start, queue.freeNanos(hop.from().id(), hop.to().id()));
            }
        }
        return start;
    }

    private void charge(Path.Hop hop, long readyNanos, double start, double bytes) {
        Tier from = hop.from();
        Tier to = hop.to();
        if (hop.link() != Path.Hop.NO_LINK) {
            queues.get(hop.link()).occupy(from.id(), to.id(), (double) readyNanos, start, bytes);
        }
        readBytes[from.id()] += bytes;
        writtenBytes[to.id()] += bytes;
        joules += bytes * (from.joulesPerByte() + hop.joulesPerByte() + to.joulesPerByte());
    }

    /** The queue of a link, with what it has carried. */
    public LinkQueue queue(int link) {
        return queues.get(link);
    }

    /** Bytes that transfers have read from a tier. */
    public double readBytes(int tier) {
        return readBytes[tier];
    }

    /** Bytes that transfers have written to a tier. */
    public double writtenBytes(int tier) {
        return writtenBytes[tier];
    }

    /** Energy that all transfers took in links and tiers. */
    public double joules() {
        return joules;
    }
}
