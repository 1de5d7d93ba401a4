/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.Series;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.meter.Meter;
import org.memwright.runtime.meter.Statistics;

/**
 * Records what happens in a run as it happens: samples go to the sink at once, so that a view fills while the run goes on;
 * averages over time and spans of the first requests are kept here.
 */
final class KvRecorder {
    /** Requests whose spans are recorded. */
    static final int SPAN_REQUESTS = 2000;

    /** Iterations of which each is sampled; later ones are sampled less often. */
    private static final int DENSE_ITERATIONS = 2000;

    private static final int SPARSE_MASK = 63;

    private final RunSink sink;
    private final List<String> tiers = new ArrayList<>();
    private final int[] tierOccupancy;
    private final int[] storeOccupancy;
    private final List<String> traffic = new ArrayList<>();
    private final int[] trafficSeries;
    private final int energy;
    private final int running;
    private final int waiting;
    private final int swapped;

    private double[] occupiedByteNanos = new double[0];
    private double allocatedByteNanos;
    private double storedByteNanos;
    private double freeByteNanos;
    private double largestByteNanos;

    private long[] gaps = new long[1024];
    private long[] gapCounts = new long[1024];
    private int gapLength;
    private long[] batchSizes = new long[64];
    private long samples;
    private int spans;
    private boolean spansCut;

    KvRecorder(RunSink sink, Placement placement, Stores stores, Meter meter, int mostRunning) {
        this.sink = sink;
        tiers.add(placement.home().name());
        for (String tier : stores.tiers()) {
            if (!tiers.contains(tier)) {
                tiers.add(tier);
            }
        }
        tierOccupancy = tiers.stream()
                .mapToInt(tier -> sink.series(
                        new Series(SeriesKind.TIER_OCCUPANCY, tier, "B", placement.capacity(placement.tier(tier)))))
                .toArray();
        storeOccupancy = stores.all().stream()
                .mapToInt(store -> sink.series(new Series(
                        SeriesKind.STORE_OCCUPANCY,
                        store.name(),
                        "B",
                        placement.capacity(store.tier().isEmpty() ? placement.home() : placement.tier(store.tier())))))
                .toArray();
        traffic.addAll(meter.tierNames());
        traffic.addAll(meter.linkNames());
        int trafficTiers = meter.tierNames().size();
        trafficSeries = new int[traffic.size()];
        for (int i = 0; i < trafficSeries.length; i++) {
            boolean isTier = i < trafficTiers;
            trafficSeries[i] = sink.series(new Series(
                    isTier ? SeriesKind.TIER_TRAFFIC : SeriesKind.LINK_TRAFFIC,
                    traffic.get(i),
                    "B",
                    isTier ? Double.NaN : meter.linkBytesPerSecond(traffic.get(i))));
        }
        energy = sink.series(new Series(SeriesKind.ENERGY, "machine", "J", Double.NaN));
        running = sink.series(new Series(SeriesKind.REQUESTS, "running", "", mostRunning));
        waiting = sink.series(new Series(SeriesKind.REQUESTS, "waiting", "", Double.NaN));
        swapped = sink.series(new Series(SeriesKind.REQUESTS, "swapped", "", Double.NaN));
        occupiedByteNanos = new double[tiers.size()];
    }

    /** Samples the requests, and now and then the traffic, at the start of an iteration. */
    void sample(long now, int runningCount, int waitingCount, int swappedCount, Meter meter) {
        sink.sample(energy, now, meter.joules((double) now));
        sink.sample(running, now, runningCount);
        sink.sample(waiting, now, waitingCount);
        sink.sample(swapped, now, swappedCount);
        if (samples < DENSE_ITERATIONS || (samples & SPARSE_MASK) == 0) {
            sampleTraffic(now, meter);
        }
        samples++;
    }

    /** Lets time pass in which nothing runs, and samples the energy that it takes. */
    void rest(long from, long to, Meter meter) {
        sink.sample(energy, from, meter.joules((double) from));
        long ready = Math.min(to, from + (long) meter.readyNanos());
        meter.rest((double) (ready - from));
        sink.sample(energy, ready, meter.joules((double) ready));
        meter.rest((double) (to - ready));
        sink.sample(energy, to, meter.joules((double) to));
    }

    private void sampleTraffic(long now, Meter meter) {
        for (int i = 0; i < trafficSeries.length; i++) {
            sink.sample(trafficSeries[i], now, meter.traffic(traffic.get(i)));
        }
    }

    /** Samples what is held from here on and, at the end of the time in which it does not change, adds it to the averages. */
    void hold(long from, long to, Stores stores) {
        double nanos = to - from;
        for (int i = 0; i < tierOccupancy.length; i++) {
            double used = stores.usedBytes(tiers.get(i));
            sink.sample(tierOccupancy[i], from, used);
            occupiedByteNanos[i] += nanos * used;
        }
        for (int i = 0; i < storeOccupancy.length; i++) {
            sink.sample(storeOccupancy[i], from, stores.allocator(i).allocatedBytes());
        }
        allocatedByteNanos += nanos * stores.allocatedBytes();
        storedByteNanos += nanos * stores.storedBytes();
        freeByteNanos += nanos * stores.freeBytes();
        largestByteNanos += nanos * stores.largestFreeBytes();
    }

    void iteration(int batch) {
        if (batch >= batchSizes.length) {
            batchSizes = Arrays.copyOf(batchSizes, Math.max(batch + 1, 2 * batchSizes.length));
        }
        batchSizes[batch]++;
    }

    /** Records the time between two tokens; requests of one iteration often share it. */
    void gap(long nanos) {
        if (gapLength > 0 && gaps[gapLength - 1] == nanos) {
            gapCounts[gapLength - 1]++;
            return;
        }
        if (gapLength == gaps.length) {
            gaps = Arrays.copyOf(gaps, 2 * gapLength);
            gapCounts = Arrays.copyOf(gapCounts, 2 * gapLength);
        }
        gaps[gapLength] = nanos;
        gapCounts[gapLength] = 1;
        gapLength++;
    }

    void finish(int request, long arrived, long admitted, long first, long end) {
        if (spans >= SPAN_REQUESTS) {
            spansCut = true;
            return;
        }
        spans++;
        String track = "request " + request;
        if (admitted > arrived) {
            sink.span(track, "waiting", arrived, admitted);
        }
        sink.span(track, "prefill", admitted, first);
        if (end > first) {
            sink.span(track, "decode", first, end);
        }
    }

    void swapped(int request, long from, long to) {
        if (spans < SPAN_REQUESTS) {
            sink.span("swapped requests", "request " + request, from, to);
        }
    }

    /** Samples what is left at the end of the run. */
    void emit(long end, Stores stores, Meter meter) {
        sample(end, 0, 0, 0, meter);
        sampleTraffic(end, meter);
        hold(end, end, stores);
    }

    boolean areSpansCut() {
        return spansCut;
    }

    /** Bytes of a tier in use, averaged over a run of that length; what was always in use where no store lies in it. */
    double meanBytes(String tier, double nanos, Stores stores) {
        int at = tiers.indexOf(tier);
        return at < 0 || nanos == 0 ? stores.usedBytes(tier) : occupiedByteNanos[at] / nanos;
    }

    double allocatedByteNanos() {
        return allocatedByteNanos;
    }

    double storedByteNanos() {
        return storedByteNanos;
    }

    double freeByteNanos() {
        return freeByteNanos;
    }

    double largestByteNanos() {
        return largestByteNanos;
    }

    /** Times between tokens, in seconds. */
    Statistics gapStatistics() {
        double[] seconds = new double[gapLength];
        for (int i = 0; i < gapLength; i++) {
            seconds[i] = gaps[i] / 1e9;
        }
        return Statistics.of(seconds, Arrays.copyOf(gapCounts, gapLength));
    }

    /** Requests in a batch, over iterations. */
    Statistics batchStatistics() {
        double[] sizes = new double[batchSizes.length];
        Arrays.setAll(sizes, i -> i);
        return Statistics.of(sizes, batchSizes);
    }
}
