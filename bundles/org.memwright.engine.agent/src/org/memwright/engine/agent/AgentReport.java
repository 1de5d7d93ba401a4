/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.memwright.engine.agent.program.Operation;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.meter.Statistics;
import org.memwright.runtime.meter.StoreMeter;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.units.Dimension;

/** Makes measures of what a run found; every share says of how many. */
final class AgentReport {
    private static final double NANOS = 1e9;

    private final RunPlan plan;
    private final StoreMeter ledger;
    private final AgentRun run;
    private final List<Recollection> judged;
    private final double[] recallSeconds;
    private final double[] writeSeconds;

    AgentReport(RunPlan plan, StoreMeter ledger, AgentRun run) {
        this.plan = plan;
        this.ledger = ledger;
        this.run = run;
        judged = run.judged();
        recallSeconds = run.recallSeconds();
        writeSeconds = run.writeSeconds();
    }

    /** @param lastArrival simulated time of the last turn or question, in nanoseconds, when the run ends */
    void emit(RunSink sink, long lastArrival) throws RunFailure {
        long busy = (long) Math.ceil(ledger.totalNanos());
        sink.distribution(new RunSink.Distribution("recall_latency", "s", recallSeconds));
        sink.distribution(new RunSink.Distribution("write_latency", "s", writeSeconds));
        sink.distribution(new RunSink.Distribution(
                "prompt_tokens",
                "tokens",
                run.recollections().stream().mapToDouble(Recollection::tokens).toArray()));
        ledger.meter().operations(sink);
        ledger.meter().attribute(sink, busy);
        Bound bound = ledger.meter().bound(0);
        // the clock of a run is that of its turns: what the memory does beside them is in busy, not on it
        sink.bound(new Bound(lastArrival, "the last arrival", bound.resources()));
        for (MetricCall call : calls()) {
            sink.measure(measure(call, bound));
        }
    }

    /** What the plan asks for, and after that everything else. */
    private Set<MetricCall> calls() {
        Set<MetricCall> calls = new LinkedHashSet<>(plan.measures());
        for (AgentMetric metric : AgentMetric.values()) {
            String name = metric.word().name();
            List<String> arguments = switch (metric.word().argument()) {
                case NONE -> List.of("");
                case STATISTIC -> List.of("mean", "p50", "p99", "max");
                case THING -> metric.word().things();
                case COUNT -> List.of("1", "5", "10");
                case TIER, TIER_OR_LINK, RESOURCE -> ledger.meter().tierNames();
            };
            arguments.forEach(argument -> calls.add(new MetricCall(name, argument)));
        }
        return calls;
    }

    private Measure measure(MetricCall call, Bound bound) throws RunFailure {
        AgentMetric metric = AgentMetric.named(call.name())
                .orElseThrow(() -> new RunFailure("engine agent does not produce " + call.name()));
        return switch (metric) {
            case RECALL ->
                share(call, count(r -> r.found(k(call)) > 0 ? 1 : 0), "questions with evidence among the first");
            case RECALL_ALL ->
                share(
                        call,
                        count(r -> r.found(k(call)) == r.evidence() ? 1 : 0),
                        "questions with all evidence among the first");
            case COVERAGE -> mean(call, count(r -> (double) r.found(k(call)) / r.evidence()), "shares of evidence");
            case MRR -> mean(call, count(Recollection::reciprocal), "reciprocal places");
            case NDCG -> mean(call, count(r -> r.ndcg(k(call))), "gains");
            case QUESTIONS -> number(call, judged.size(), input("asked", run.asked()));
            case WRITES -> number(call, writeSeconds.length);
            case RECALL_LATENCY -> statistic(call, recallSeconds, Dimension.TIME);
            case WRITE_LATENCY -> statistic(call, writeSeconds, Dimension.TIME);
            case STORED ->
                switch (call.argument()) {
                    case "items" -> number(call, run.storedItems());
                    case "links" -> number(call, run.storedLinks(), input("items", run.storedItems()));
                    default ->
                        of(
                                call,
                                run.storedBytes(),
                                Dimension.BYTES,
                                input("bytes of the turns or passages", run.textBytes(), Dimension.BYTES));
                };
            case GROWTH ->
                of(
                        call,
                        (double) run.grownBytes() / run.textBytesOfSecondHalf(),
                        Dimension.NUMBER,
                        input("bytes that the stores grew by", run.grownBytes(), Dimension.BYTES),
                        input(
                                "bytes of the turns or passages of the second half",
                                run.textBytesOfSecondHalf(),
                                Dimension.BYTES));
            case OPERATIONS ->
                number(
                        call,
                        run.performedSoFar(Operation.valueOf(call.argument().toUpperCase(Locale.ROOT))));
            case WRITE_AMPLIFICATION ->
                of(
                        call,
                        (double) run.writtenBytes() / run.textBytes(),
                        Dimension.NUMBER,
                        input("bytes written", run.writtenBytes(), Dimension.BYTES),
                        input("bytes of the turns or passages", run.textBytes(), Dimension.BYTES));
            case PROMPT_TOKENS ->
                statistic(
                        call,
                        run.recollections().stream()
                                .mapToDouble(Recollection::tokens)
                                .toArray(),
                        Dimension.TOKENS);
            case ANSWERED -> {
                double known = run.recollections().stream()
                        .filter(Recollection::hasAnswer)
                        .count();
                double answered = run.recollections().stream()
                        .filter(r -> r.hasAnswer() && r.answered())
                        .count();
                yield of(
                        call,
                        answered / known,
                        Dimension.NUMBER,
                        input("questions whose answer was recalled", answered),
                        input("questions with a known answer", known));
            }
            case IOU -> mean(call, count(Recollection::iou), "shares of tokens");
            case OCCUPIED -> of(call, run.tierBytes(call.argument()), Dimension.BYTES);
            case FORGOTTEN -> number(call, run.forgotten());
            case FORGETTING_PRECISION ->
                of(
                        call,
                        1 - (double) run.forgottenNeeded() / run.forgottenPieces(),
                        Dimension.NUMBER,
                        input("forgotten pieces", run.forgottenPieces()),
                        input("needed later", run.forgottenNeeded()));
            case STALENESS -> {
                double outdated = count(r -> r.hasOutdated() ? 1 : 0);
                double stale = count(r -> r.hasOutdated() && r.staleFirst() ? 1 : 0);
                yield of(
                        call,
                        stale / outdated,
                        Dimension.NUMBER,
                        input("outdated first", stale),
                        input("questions with an outdated answer", outdated));
            }
            case ABSTAINED -> number(call, run.abstained());
            case ABSTENTION ->
                of(
                        call,
                        (double) run.unanswerableAbstained() / run.unanswerable(),
                        Dimension.NUMBER,
                        input("of these with nothing recalled", run.unanswerableAbstained()),
                        input("questions without an answer", run.unanswerable()));
            case ANSWER_F1 ->
                of(
                        call,
                        run.answers().f1(),
                        Dimension.NUMBER,
                        input("answered questions", run.answers().answered()),
                        input("refused", run.answers().refused()));
            case BUSY ->
                new Measure(
                        call,
                        ledger.totalNanos() / NANOS,
                        Dimension.TIME,
                        "",
                        metric.word().better(),
                        bound.nanos() / NANOS,
                        new Explanation(
                                metric.word().formula(),
                                List.of(),
                                ledger.meter().boundBy(-1)));
            case TRAFFIC -> of(call, ledger.meter().traffic(call.argument()), Dimension.BYTES);
            case ENERGY -> of(call, ledger.meter().workJoules(), Dimension.ENERGY);
        };
    }

    private static int k(MetricCall call) {
        return Integer.parseInt(call.argument());
    }

    private double count(ToDoubleFunction<Recollection> value) {
        double sum = 0;
        for (Recollection recollection : judged) {
            sum += value.applyAsDouble(recollection);
        }
        return sum;
    }

    private Measure share(MetricCall call, double good, String what) {
        return of(
                call,
                good / judged.size(),
                Dimension.NUMBER,
                input(what, good),
                input("judged questions", judged.size()));
    }

    private Measure mean(MetricCall call, double sum, String what) {
        return of(
                call,
                sum / judged.size(),
                Dimension.NUMBER,
                input("sum of " + what, sum),
                input("judged questions", judged.size()));
    }

    private Measure number(MetricCall call, double value, Explanation.Input... inputs) {
        return of(call, value, Dimension.NUMBER, inputs);
    }

    private Measure statistic(MetricCall call, double[] values, Dimension dimension) throws RunFailure {
        OptionalDouble value = Statistics.of(values).statistic(call.argument());
        if (value.isEmpty()) {
            throw new RunFailure(call + ": '" + call.argument()
                    + "' is no statistic; there are mean, min, max and percentiles such as p99");
        }
        return of(call, value.getAsDouble(), dimension, input("values", values.length));
    }

    private Measure of(MetricCall call, double value, Dimension dimension, Explanation.Input... inputs) {
        AgentMetric metric = AgentMetric.named(call.name()).orElseThrow();
        List<Explanation.Input> all = new ArrayList<>(List.of(inputs));
        return new Measure(
                call,
                value,
                dimension,
                metric.word().unit(),
                metric.word().better(),
                Double.NaN,
                new Explanation(metric.word().formula(), all, ""));
    }

    private static Explanation.Input input(String name, double value) {
        return input(name, value, Dimension.NUMBER);
    }

    private static Explanation.Input input(String name, double value, Dimension dimension) {
        return new Explanation.Input(name, value, dimension, List.of());
    }
}
