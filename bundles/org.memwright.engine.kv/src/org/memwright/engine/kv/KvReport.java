/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.layout.PrefixAllocator;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.hardware.ComputeUnit;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.meter.Meter;
import org.memwright.runtime.meter.Statistics;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.Objective;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.units.Dimension;

/** Turns a run that has ended into measures, each with its formula, its inputs and what bounds it. */
final class KvReport {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLION = 1e6;

    private final RunPlan plan;
    private final Placement placement;
    private final KvDesign design;
    private final Requests requests;
    private final Stores stores;
    private final Meter meter;
    private final KvRecorder recorder;
    private final KvRun run;

    private final double seconds;
    private final Bound bound;
    private final double stepSeconds;
    private final double[] ttft;
    private final double[] tpot;
    private final double[] latency;
    private final double[] queueing;
    private final Statistics ttftStatistics;
    private final Statistics tpotStatistics;
    private final Statistics latencyStatistics;
    private final Statistics queueingStatistics;
    private final Statistics gaps;
    private final Statistics batches;
    private final int meeting;
    private final String limit;
    private final String working;

    KvReport(
            RunPlan plan,
            Placement placement,
            KvDesign design,
            Requests requests,
            Stores stores,
            Meter meter,
            KvRecorder recorder,
            KvRun run) {
        this.plan = plan;
        this.placement = placement;
        this.design = design;
        this.requests = requests;
        this.stores = stores;
        this.meter = meter;
        this.recorder = recorder;
        this.run = run;
        seconds = run.now() / NANOS_PER_SECOND;
        int count = requests.count();
        ttft = new double[count];
        tpot = new double[count];
        latency = new double[count];
        queueing = new double[count];
        long lastArrival = 0;
        for (int r = 0; r < count; r++) {
            fill(r);
            if (run.isFinished(r) && !run.isOneByOne()) {
                lastArrival = Math.max(lastArrival, run.arrivedNanos(r));
            }
        }
        ttftStatistics = Statistics.of(ttft);
        tpotStatistics = Statistics.of(tpot);
        latencyStatistics = Statistics.of(latency);
        queueingStatistics = Statistics.of(queueing);
        gaps = recorder.gapStatistics();
        batches = recorder.batchStatistics();
        bound = meter.bound(lastArrival);
        stepSeconds = stepSeconds();
        meeting = meeting();
        limit = meter.boundBy(-1);
        working = meter.boundBy(run.idlePart());
    }

    private void fill(int request) {
        long arrived = run.arrivedNanos(request);
        long first = run.firstNanos(request);
        long last = run.lastNanos(request);
        boolean begun = first >= 0;
        ttft[request] = begun ? (first - arrived) / NANOS_PER_SECOND : Double.NaN;
        queueing[request] = run.admittedNanos(request) >= 0
                ? (run.admittedNanos(request) - arrived) / NANOS_PER_SECOND
                : Double.NaN;
        boolean finished = run.isFinished(request);
        latency[request] = finished ? (last - arrived) / NANOS_PER_SECOND : Double.NaN;
        int tokens = run.generated(request);
        tpot[request] = finished && tokens > 1 ? (last - first) / NANOS_PER_SECOND / (tokens - 1) : Double.NaN;
    }

    /** The least time of a step: every weight that a token needs is read once at the full bandwidth. */
    private double stepSeconds() {
        TransformerShape model = placement.model();
        double projections = 2.0 * model.hidden() * model.heads() * model.headDim()
                + 2.0 * model.hidden() * model.kvHeads() * model.headDim();
        double wide = (model.gated() ? 3.0 : 2.0) * model.hidden() * model.ffn() * Math.max(1, model.activeExperts());
        double weights = model.layers() * (projections + wide) + (double) model.vocab() * model.embedding();
        return weights
                * model.weights().bytes()
                / placement.tensor()
                / placement.home().readBytesPerSecond();
    }

    private int meeting() {
        int sum = 0;
        for (int r = 0; r < requests.count(); r++) {
            sum += run.isFinished(r) && meets(r) ? 1 : 0;
        }
        return sum;
    }

    private boolean meets(int request) {
        for (Objective objective : plan.objectives()) {
            double value = value(objective.metric(), request);
            if (value > objective.limit().base()) {
                return false;
            }
        }
        return true;
    }

    private double value(String metric, int request) {
        return switch (metric) {
            case "ttft" -> ttft[request];
            case "tpot" -> tpot[request];
            case "latency" -> latency[request];
            case "queueing" -> queueing[request];
            default -> run.longestGapNanos(request) / NANOS_PER_SECOND;
        };
    }

    /** The metrics that an objective may be on. */
    static List<String> objectives() {
        return List.of("ttft", "tpot", "tbt", "latency", "queueing");
    }

    Bound bound() {
        return bound;
    }

    /**
     * Gives everything that the run leaves to a sink.
     *
     * @param others reports of runs with measured times at the ends of their error; none where that is not known
     */
    void emit(RunSink sink, List<KvReport> others) {
        recorder.emit(run.now(), stores, meter);
        sink.distribution(new RunSink.Distribution("ttft", "s", ttft));
        sink.distribution(new RunSink.Distribution("tpot", "s", tpot));
        sink.distribution(new RunSink.Distribution("latency", "s", latency));
        sink.distribution(new RunSink.Distribution("queueing", "s", queueing));
        meter.operations(sink);
        meter.attribute(sink, run.now());
        sink.bound(bound);
        for (MetricCall call : calls()) {
            sink.measure(between(measure(call), others));
        }
    }

    /** A figure with the interval that it and those of other runs span. */
    private static Measure between(Measure measure, List<KvReport> others) {
        if (others.isEmpty() || Double.isNaN(measure.value())) {
            return measure;
        }
        double low = measure.value();
        double high = measure.value();
        for (KvReport other : others) {
            double value = other.measure(measure.metric()).value();
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new Measure(
                measure.metric(),
                measure.value(),
                measure.dimension(),
                measure.unit(),
                measure.better(),
                measure.bound(),
                measure.explanation(),
                new Measure.Interval(low, high));
    }

    /** What the plan asks for, and after that everything else. */
    private Set<MetricCall> calls() {
        Set<MetricCall> calls = new LinkedHashSet<>(plan.measures());
        for (KvMetric metric : KvMetric.values()) {
            for (String argument : arguments(metric.word())) {
                calls.add(new MetricCall(metric.word().name(), argument));
            }
        }
        return calls;
    }

    private List<String> arguments(MetricWord word) {
        return switch (word.argument()) {
            case NONE -> List.of("");
            case STATISTIC -> List.of("", "mean", "min", "p50", "p90", "p99", "max");
            case THING -> join(List.of(""), word.things());
            case TIER -> meter.tierNames();
            case TIER_OR_LINK -> join(meter.tierNames(), meter.linkNames());
            case RESOURCE -> join(units(), join(meter.tierNames(), meter.linkNames()));
            case COUNT -> List.of();
        };
    }

    private List<String> units() {
        return placement.machine().computeUnits().stream()
                .map(ComputeUnit::name)
                .distinct()
                .toList();
    }

    private static List<String> join(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private Measure measure(MetricCall call) {
        KvMetric metric = KvMetric.named(call.name()).orElseThrow();
        String argument = call.argument();
        boolean ofRequests = argument.equals("requests");
        return switch (metric) {
            case THROUGHPUT ->
                ofRequests
                        ? rate(call, "/s", run.finished(), "finished requests", Dimension.NUMBER)
                        : rate(call, "", run.generatedTokens(), "generated tokens", Dimension.TOKENS);
            case GOODPUT -> rate(call, "", meeting, "requests that meet every objective", Dimension.NUMBER);
            case ATTAINMENT -> share(call, meeting, "requests that meet every objective", requests.count(), "requests");
            case TTFT -> time(call, ttftStatistics, stepSeconds, parts(ttftStatistics, run.split()::firstNanos));
            case TPOT -> time(call, tpotStatistics, stepSeconds, parts(tpotStatistics, run.split()::stepNanos));
            case TBT -> time(call, gaps, stepSeconds, List.of());
            case LATENCY ->
                time(
                        call,
                        latencyStatistics,
                        latencyBound(argument),
                        parts(latencyStatistics, run.split()::latencyNanos));
            case QUEUEING -> time(call, queueingStatistics, 0, List.of());
            case MAKESPAN ->
                of(
                        call,
                        seconds,
                        Dimension.TIME,
                        bound.nanos() / NANOS_PER_SECOND,
                        limit,
                        input("iterations", run.iterations(), Dimension.NUMBER));
            case FINISHED -> count(call, run.finished());
            case REJECTED -> count(call, run.rejected());
            case ITERATIONS -> count(call, run.iterations());
            case BATCH_SIZE ->
                of(
                        call,
                        statistic(batches, argument),
                        Dimension.NUMBER,
                        Double.NaN,
                        "",
                        input("iterations", run.iterations(), Dimension.NUMBER));
            case PEAK -> bytes(call, stores.mostUsedBytes(argument));
            case OCCUPANCY -> bytes(call, recorder.meanBytes(argument, run.now(), stores));
            case KV_BYTES_PER_TOKEN -> perToken(call);
            case KV_PAGES -> pages(call);
            case FRAGMENTATION -> argument.equals("external") ? external(call) : internal(call);
            case PREFIX_HIT_RATE -> prefix(call);
            case PREFIX_EVICTIONS ->
                count(
                        call,
                        stores.prefixes().map(PrefixAllocator::evictedBlocks).orElse(0L));
            case EVICTIONS -> tokens(call, run.evicted());
            case MOVES -> tokens(call, run.moved());
            case PREEMPTIONS -> count(call, run.preemptions());
            case SWAPS -> count(call, run.swaps());
            case RECOMPUTED -> tokens(call, run.recomputed());
            case TRAFFIC -> of(call, meter.traffic(argument), Dimension.BYTES, Double.NaN, "", ideal(argument));
            case UTILISATION -> utilisation(call);
            case ENERGY -> energy(call, joules(), Dimension.ENERGY);
            case ENERGY_PER_TOKEN -> energy(call, joules() / run.generatedTokens(), Dimension.ENERGY);
            case POWER -> energy(call, joules() / seconds, Dimension.POWER);
            case COST -> money(call, usd());
            case COST_PER_REQUEST -> money(call, usd() / run.finished());
            case COST_PER_MILLION_TOKENS -> money(call, usd() / run.generatedTokens() * MILLION);
        };
    }

    private Measure internal(MetricCall call) {
        return complement(
                call,
                recorder.storedByteNanos(),
                "mean stored bytes",
                recorder.allocatedByteNanos(),
                "mean allocated bytes");
    }

    private Measure external(MetricCall call) {
        return complement(
                call,
                recorder.largestByteNanos(),
                "mean greatest free piece",
                recorder.freeByteNanos(),
                "mean free bytes");
    }

    private double joules() {
        return meter.joules(run.now());
    }

    private double usd() {
        return placement.machine().usd(run.now());
    }

    private double latencyBound(String argument) {
        if (!argument.isEmpty() && !argument.equals("mean")) {
            return Double.NaN;
        }
        double tokens = 0;
        for (int r = 0; r < requests.count(); r++) {
            tokens += run.isFinished(r) ? run.generated(r) : 0;
        }
        return stepSeconds * tokens / run.finished();
    }

    private Measure of(
            MetricCall call, double value, Dimension dimension, double best, String boundBy, Input... inputs) {
        var word = KvMetric.named(call.name()).orElseThrow().word();
        return new Measure(
                call,
                value,
                dimension,
                word.unit(),
                word.better(),
                best,
                new Explanation(word.formula(), Arrays.asList(inputs), boundBy));
    }

    private static Input input(String name, double value, Dimension dimension) {
        return new Input(name, value, dimension, List.of());
    }

    private static Input input(String name, long value, Dimension dimension) {
        return input(name, (double) value, dimension);
    }

    private Input makespan() {
        return input("makespan", seconds, Dimension.TIME);
    }

    private Measure rate(MetricCall call, String unit, long amount, String name, Dimension dimension) {
        Measure measure = of(
                call,
                amount / seconds,
                dimension.dividedBy(Dimension.TIME),
                amount / (bound.nanos() / NANOS_PER_SECOND),
                limit,
                input(name, amount, dimension),
                makespan());
        return unit.isEmpty()
                ? measure
                : new Measure(
                        call,
                        measure.value(),
                        measure.dimension(),
                        unit,
                        measure.better(),
                        measure.bound(),
                        measure.explanation());
    }

    private Measure share(MetricCall call, long part, String partName, long whole, String wholeName) {
        return of(
                call,
                (double) part / whole,
                Dimension.NUMBER,
                Double.NaN,
                "",
                input(partName, part, Dimension.NUMBER),
                input(wholeName, whole, Dimension.NUMBER));
    }

    private Measure complement(MetricCall call, double part, String partName, double whole, String wholeName) {
        double nanos = Math.max(1, run.now());
        return of(
                call,
                whole == 0 ? 0 : Math.max(0, 1 - part / whole),
                Dimension.NUMBER,
                Double.NaN,
                "",
                input(partName, part / nanos, Dimension.BYTES),
                input(wholeName, whole / nanos, Dimension.BYTES));
    }

    /** What the mean of a time went to; the parts add up to it. */
    private static List<Input> parts(Statistics statistics, ToDoubleFunction<Cause> nanos) {
        return Arrays.stream(Cause.values())
                .filter(cause -> nanos.applyAsDouble(cause) > 0)
                .map(cause -> input(
                        cause.label(),
                        nanos.applyAsDouble(cause) / NANOS_PER_SECOND / statistics.count(),
                        Dimension.TIME))
                .toList();
    }

    private Measure time(MetricCall call, Statistics statistics, double best, List<Input> parts) {
        return of(
                call,
                statistic(statistics, call.argument()),
                Dimension.TIME,
                best,
                working,
                input("values", statistics.count(), Dimension.NUMBER),
                new Input("mean", statistics.mean(), Dimension.TIME, parts),
                input("least", statistics.min(), Dimension.TIME),
                input("greatest", statistics.max(), Dimension.TIME));
    }

    private static double statistic(Statistics statistics, String argument) {
        return statistics
                .statistic(argument)
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + argument + "' is no " + MetricArgument.STATISTIC.label()));
    }

    private Measure count(MetricCall call, long value) {
        return of(call, value, Dimension.NUMBER, Double.NaN, "", input("requests", requests.count(), Dimension.NUMBER));
    }

    private Measure tokens(MetricCall call, long value) {
        return of(
                call,
                value,
                Dimension.TOKENS,
                Double.NaN,
                "",
                input("tokens of prompts", requests.totalPromptTokens(), Dimension.TOKENS),
                input("generated tokens", run.generatedTokens(), Dimension.TOKENS));
    }

    private Measure bytes(MetricCall call, double value) {
        boolean isHome = call.argument().equals(placement.home().name());
        double capacity = placement.capacity(placement.tier(call.argument()));
        return of(
                call,
                value,
                Dimension.BYTES,
                Double.NaN,
                "",
                input("weights", isHome ? placement.weightBytes() : 0, Dimension.BYTES),
                new Input(
                        "workspace",
                        isHome ? placement.workspaceBytes() : 0,
                        Dimension.BYTES,
                        isHome ? reserves(true) : List.of()),
                input("capacity", capacity, Dimension.BYTES));
    }

    private List<Input> reserves(boolean used) {
        return placement.reserves().stream()
                .filter(reserve -> reserve.used() == used)
                .map(reserve -> input(reserve.name(), reserve.bytes(), Dimension.BYTES))
                .toList();
    }

    private Measure pages(MetricCall call) {
        return of(
                call,
                stores.pages(),
                Dimension.NUMBER,
                Double.NaN,
                "",
                input("capacity of " + placement.home().name(), placement.capacity(placement.home()), Dimension.BYTES),
                input("weights", placement.weightBytes(), Dimension.BYTES),
                new Input("workspace", placement.workspaceBytes(), Dimension.BYTES, reserves(true)),
                new Input("left alone", placement.leftBytes(), Dimension.BYTES, reserves(false)));
    }

    private Measure perToken(MetricCall call) {
        TransformerShape model = placement.model();
        double ofDevices =
                (double) placement.tensor() * model.layers() / design.shape().layers();
        double bytes = design.bytesPerToken(model.context()) * ofDevices;
        return of(
                call,
                bytes,
                Dimension.BYTES,
                Double.NaN,
                "",
                input(
                        "as computed",
                        model.keyValueNumbersPerToken()
                                * design.shape().precision().bytes(),
                        Dimension.BYTES),
                input("context", model.context(), Dimension.TOKENS));
    }

    private Measure prefix(MetricCall call) {
        if (stores.prefixes().isEmpty()) {
            return of(call, 0, Dimension.NUMBER, Double.NaN, "no store shares prefixes");
        }
        PrefixAllocator shared = stores.prefixes().get();
        return switch (call.argument()) {
            case "requests" ->
                share(
                        call,
                        shared.hitRequests(),
                        "requests that found a prefix",
                        shared.askedRequests(),
                        "requests admitted");
            case "blocks" ->
                share(call, shared.hitBlocks(), "blocks resident", shared.askedBlocks(), "blocks of prompts");
            default -> share(call, shared.hitTokens(), "tokens resident", shared.askedTokens(), "tokens of prompts");
        };
    }

    private Input ideal(String resource) {
        for (Bound.Resource r : bound.resources()) {
            if (r.name().equals(resource)) {
                return input("least time at the full bandwidth", r.nanos() / NANOS_PER_SECOND, Dimension.TIME);
            }
        }
        return input("least time at the full bandwidth", 0, Dimension.TIME);
    }

    private Measure utilisation(MetricCall call) {
        Input least = ideal(call.argument());
        return of(call, seconds == 0 ? 0 : least.value() / seconds, Dimension.NUMBER, 1, "", least, makespan());
    }

    private Measure energy(MetricCall call, double value, Dimension dimension) {
        double work = meter.workJoules();
        return of(
                call,
                value,
                dimension,
                Double.NaN,
                "",
                input("operations and bytes", work, Dimension.ENERGY),
                input("drawn all the time", joules() - work, Dimension.ENERGY),
                input("generated tokens", run.generatedTokens(), Dimension.TOKENS),
                makespan());
    }

    private Measure money(MetricCall call, double value) {
        return of(
                call,
                value,
                Dimension.MONEY,
                Double.NaN,
                placement.machine().usdPerHour() == 0 ? "the hardware has no price" : "",
                input("price", placement.machine().usdPerHour() / 3600, Dimension.MONEY_PER_TIME),
                makespan(),
                input("finished requests", run.finished(), Dimension.NUMBER),
                input("generated tokens", run.generatedTokens(), Dimension.TOKENS));
    }
}
