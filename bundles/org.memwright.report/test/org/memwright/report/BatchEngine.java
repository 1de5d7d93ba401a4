/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.memwright.profile.Percentiles;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Engine;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.Note;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.units.Dimension;

/**
 * A small engine that really simulates: requests arrive at random, are admitted while their bytes fit beside the weights,
 * and make one token per iteration, which takes as long as reading weights and kept bytes, or computing, whichever is more.
 */
public final class BatchEngine implements Engine {
    private static final double WEIGHTS = 13.5e9;
    private static final double BANDWIDTH = 2.039e12;
    private static final double PEAK = 312e12;
    private static final double PARAMETERS = 6.74e9;
    private static final double OVERHEAD = 2e-3;

    @Override
    public EngineWord word() {
        return new EngineWord("batch", "Serves in batches.", Map.of(), List.of("requests"), List.of());
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        double tokenBytes = number(plan, "token_bytes");
        double kept = number(plan, "kept");
        double capacity = number(plan, "capacity");
        int count = (int) property(plan, "requests");
        if (tokenBytes <= 0) {
            throw new RunFailure("token_bytes is " + tokenBytes + ", must be above 0: nothing can be kept in no bytes");
        }
        new Serving(plan, sink, tokenBytes, kept, capacity, count).run();
    }

    private static double number(RunPlan plan, String name) {
        return ((Value.Amount) plan.memory().parameters().get(name)).quantity().base();
    }

    private static double property(RunPlan plan, String name) {
        return ((Value.Amount) plan.workload().properties().get(name))
                .quantity()
                .base();
    }

    private static final class Request {
        final double arrival;
        final int prompt;
        final int output;
        int made;
        double first;
        double last;

        Request(double arrival, int prompt, int output) {
            this.arrival = arrival;
            this.prompt = prompt;
            this.output = output;
        }
    }

    private static final class Serving {
        final RunSink sink;
        final double tokenBytes;
        final double kept;
        final double capacity;
        final List<Request> requests = new ArrayList<>();
        double now;
        double traffic = WEIGHTS;
        double swapped;
        double held;
        double computing;
        double reading;
        double waitingForWork;
        double prefillOperations;
        double prefillBytes;
        double prefillSeconds;
        double decodeOperations;
        double decodeBytes;
        double decodeSeconds;
        double attentionBytes;
        double attentionSeconds;
        double peak;
        long iterations;
        int finished;

        Serving(RunPlan plan, RunSink sink, double tokenBytes, double kept, double capacity, int count) {
            this.sink = sink;
            this.tokenBytes = tokenBytes;
            this.kept = kept;
            this.capacity = capacity;
            var random = new SplittableRandom(plan.seed());
            double rate = property(plan, "arrival");
            double at = 0;
            for (int i = 0; i < count; i++) {
                at += -StrictMath.log(1 - random.nextDouble()) / rate;
                int prompt = (int) Math.max(16, 1024 * StrictMath.exp(0.9 * gauss(random) - 0.4));
                int output = (int) Math.max(2, 220 * StrictMath.exp(0.7 * gauss(random) - 0.25));
                requests.add(new Request(at, Math.min(prompt, 3500), Math.min(output, 1500)));
            }
        }

        /** The sum of twelve uniform numbers, less their mean, is near enough to normal. */
        static double gauss(SplittableRandom random) {
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            return sum;
        }

        double bytes(Request r) {
            return tokenBytes * Math.max(64, kept * (r.prompt + r.made));
        }

        void run() {
            int hbm = sink.series(new RunSink.Series(SeriesKind.TIER_OCCUPANCY, "hbm", "B", capacity));
            int dram = sink.series(new RunSink.Series(SeriesKind.TIER_OCCUPANCY, "dram", "B", 512.0 * (1L << 30)));
            int store = sink.series(new RunSink.Series(SeriesKind.STORE_OCCUPANCY, "cache", "B", capacity - WEIGHTS));
            int moved = sink.series(new RunSink.Series(SeriesKind.TIER_TRAFFIC, "hbm", "B", Double.NaN));
            int pcie = sink.series(new RunSink.Series(SeriesKind.LINK_TRAFFIC, "pcie", "B", Double.NaN));
            int runningSeries = sink.series(new RunSink.Series(SeriesKind.REQUESTS, "running", "", 256));
            int waitingSeries = sink.series(new RunSink.Series(SeriesKind.REQUESTS, "waiting", "", Double.NaN));
            var waiting = new ArrayDeque<Request>();
            List<Request> running = new ArrayList<>();
            sink.sample(dram, 0, 0);
            int next = 0;
            while (finished < requests.size() && !sink.cancelled()) {
                while (next < requests.size() && requests.get(next).arrival <= now) {
                    waiting.add(requests.get(next++));
                }
                if (running.isEmpty() && waiting.isEmpty()) {
                    waitingForWork += requests.get(next).arrival - now;
                    now = requests.get(next).arrival;
                    continue;
                }
                double step = OVERHEAD;
                int prompts = 0;
                while (!waiting.isEmpty()
                        && running.size() < 256
                        && prompts + waiting.peek().prompt <= 4096
                        && WEIGHTS + held + bytes(waiting.peek()) + 256 * tokenBytes < capacity) {
                    Request r = waiting.poll();
                    prompts += r.prompt;
                    held += bytes(r);
                    running.add(r);
                    sink.span("waiting", "wait", nanos(r.arrival), nanos(now));
                }
                double prefill = 2 * PARAMETERS * prompts / (0.55 * PEAK);
                prefillOperations += 2 * PARAMETERS * prompts;
                prefillBytes += prompts > 0 ? WEIGHTS + prompts * tokenBytes : 0;
                prefillSeconds += prefill;
                double read = (WEIGHTS + held) / (0.8 * BANDWIDTH);
                decodeOperations += 2 * PARAMETERS * running.size();
                decodeBytes += WEIGHTS;
                decodeSeconds += WEIGHTS / (0.8 * BANDWIDTH);
                attentionBytes += held;
                attentionSeconds += held / (0.8 * BANDWIDTH);
                step += prefill + read;
                computing += prefill;
                reading += read;
                traffic += WEIGHTS + held;
                now += step;
                iterations++;
                held = 0;
                for (var it = running.iterator(); it.hasNext(); ) {
                    Request r = it.next();
                    r.made++;
                    r.last = now;
                    if (r.made == 1) {
                        r.first = now;
                    }
                    if (r.made == r.output) {
                        it.remove();
                        finished++;
                        sink.span("slot " + finished % 16, "decode", nanos(r.first), nanos(r.last));
                    } else {
                        held += bytes(r);
                    }
                }
                if (WEIGHTS + held > capacity) {
                    swapped += WEIGHTS + held - capacity;
                    held = capacity - WEIGHTS;
                }
                peak = Math.max(peak, WEIGHTS + held);
                long at = nanos(now);
                sink.sample(hbm, at, WEIGHTS + held);
                sink.sample(store, at, held);
                sink.sample(moved, at, traffic);
                sink.sample(pcie, at, swapped);
                sink.sample(runningSeries, at, running.size());
                sink.sample(waitingSeries, at, waiting.size());
                sink.progress((double) finished / requests.size(), at);
            }
            report();
        }

        static long nanos(double seconds) {
            return Math.round(seconds * 1e9);
        }

        void report() {
            double[] ttft = new double[requests.size()];
            double[] tpot = new double[requests.size()];
            double[] latency = new double[requests.size()];
            long tokens = 0;
            for (int i = 0; i < ttft.length; i++) {
                Request r = requests.get(i);
                boolean done = r.made == r.output;
                ttft[i] = done ? r.first - r.arrival : Double.NaN;
                tpot[i] = done && r.output > 1 ? (r.last - r.first) / (r.output - 1) : Double.NaN;
                latency[i] = done ? r.last - r.arrival : Double.NaN;
                tokens += r.made;
            }
            sink.distribution(new RunSink.Distribution("ttft", "s", ttft));
            sink.distribution(new RunSink.Distribution("tpot", "s", tpot));
            sink.distribution(new RunSink.Distribution("latency", "s", latency));
            double rate = tokens / now;
            double least = Math.max(traffic / BANDWIDTH, requests.getLast().arrival);
            double most = tokens / Math.max(traffic / BANDWIDTH, (prefillOperations + decodeOperations) / PEAK);
            measure(
                    "throughput",
                    "",
                    rate,
                    Dimension.TOKEN_RATE,
                    "tokens/s",
                    Better.HIGHER,
                    most,
                    new Explanation(
                            "generated tokens / makespan",
                            List.of(
                                    new Input("generated tokens", tokens, Dimension.TOKENS, List.of()),
                                    new Input(
                                            "makespan",
                                            now,
                                            Dimension.TIME,
                                            List.of(new Input("iterations", iterations, Dimension.NUMBER, List.of())))),
                            "bandwidth of hbm"));
            for (String statistic : List.of("p50", "p99")) {
                measure(
                        "ttft",
                        statistic,
                        Percentiles.statistic(ttft, statistic),
                        Dimension.TIME,
                        "ms",
                        Better.LOWER,
                        Double.NaN,
                        percentile(statistic, ttft));
            }
            for (String statistic : List.of("p50", "p99")) {
                measure(
                        "tpot",
                        statistic,
                        Percentiles.statistic(tpot, statistic),
                        Dimension.TIME,
                        "ms",
                        Better.LOWER,
                        WEIGHTS / BANDWIDTH,
                        percentile(statistic, tpot));
            }
            measure(
                    "peak",
                    "hbm",
                    peak,
                    Dimension.BYTES,
                    "",
                    Better.LOWER,
                    Double.NaN,
                    new Explanation("greatest number of bytes in hbm", List.of(), "capacity of hbm"));
            measure(
                    "traffic",
                    "hbm",
                    traffic,
                    Dimension.BYTES,
                    "",
                    Better.LOWER,
                    Double.NaN,
                    new Explanation("bytes read and written in hbm", List.of(), ""));
            measure(
                    "energy",
                    "",
                    traffic * 8 * 4e-12 + now * 90,
                    Dimension.ENERGY,
                    "",
                    Better.LOWER,
                    Double.NaN,
                    new Explanation("bytes x energy per byte + static power x time", List.of(), ""));
            measure(
                    "iterations",
                    "",
                    iterations,
                    Dimension.NUMBER,
                    "",
                    Better.NEITHER,
                    Double.NaN,
                    new Explanation("iterations of the loop", List.of(), ""));
            operation("linear (prefill)", prefillOperations, prefillBytes, prefillSeconds, "compute of gpu");
            operation("linear (decode)", decodeOperations, decodeBytes, decodeSeconds, "bandwidth of hbm");
            operation("attention (decode)", attentionBytes, attentionBytes, attentionSeconds, "bandwidth of hbm");
            operation("head", decodeOperations * 0.02, decodeBytes * 0.02, decodeSeconds * 0.02, "bandwidth of hbm");
            sink.attribution("compute of gpu", computing * 1e9);
            sink.attribution("bandwidth of hbm", reading * 1e9);
            sink.attribution("host overhead", iterations * OVERHEAD * 1e9);
            sink.attribution("waiting for requests", waitingForWork * 1e9);
            sink.bound(new Bound(
                    least * 1e9,
                    "arrival of requests",
                    List.of(
                            new Bound.Resource("hbm", "tier", traffic, traffic / BANDWIDTH * 1e9),
                            new Bound.Resource("gpu", "compute", prefillOperations, prefillOperations / PEAK * 1e9))));
            sink.note(new Note(
                    NoteKind.METHOD,
                    "Queueing and occupancy come from running the batch loop; the time of an"
                            + " iteration comes from the hardware model."));
            if (kept < 1) {
                sink.note(
                        new Note(
                                NoteKind.GAP,
                                "What dropping " + Math.round(100 * (1 - kept))
                                        + "% of the tokens does to answers is not measured here; an attention experiment measures it."));
            }
        }

        void operation(String name, double operations, double bytes, double seconds, String boundBy) {
            sink.operation(new RunSink.Operation(
                    name, "gpu", "hbm", "fp16", iterations, operations, bytes, seconds * 1e9, boundBy));
        }

        Explanation percentile(String statistic, double[] values) {
            return new Explanation(
                    statistic + " of the requests, by linear interpolation",
                    List.of(new Input(
                            "requests",
                            (double) Arrays.stream(values)
                                    .filter(v -> !Double.isNaN(v))
                                    .count(),
                            Dimension.NUMBER,
                            List.of())),
                    "queueing");
        }

        void measure(
                String metric,
                String argument,
                double value,
                Dimension dimension,
                String unit,
                Better better,
                double bound,
                Explanation explanation) {
            sink.measure(
                    new Measure(new MetricCall(metric, argument), value, dimension, unit, better, bound, explanation));
        }
    }
}
