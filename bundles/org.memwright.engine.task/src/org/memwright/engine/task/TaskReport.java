/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.memwright.engine.task.tree.Status;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.meter.Meter;
import org.memwright.runtime.meter.Statistics;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.units.Dimension;

/** Makes measures of a run; every share says of how many. */
final class TaskReport {
    private static final double NANOS = 1e9;

    private final RunPlan plan;
    private final TaskRun run;
    private final List<Told> turns;
    private final Meter meter;

    TaskReport(RunPlan plan, TaskRun run) {
        this.plan = plan;
        this.run = run;
        turns = run.turns();
        meter = run.meter().meter();
    }

    void emit(RunSink sink) throws RunFailure {
        distribution(sink, "prompt_tokens", Told::promptTokens);
        distribution(sink, "linear_tokens", Told::linearTokens);
        distribution(sink, "working_set", Told::workingSetTokens);
        meter.operations(sink);
        sink.attribution("the agent", run.nanos() - run.meter().totalNanos());
        sink.attribution("the memory", run.meter().totalNanos());
        Bound bound = meter.bound(0);
        for (MetricCall call : calls()) {
            sink.measure(measure(call, bound));
        }
    }

    private void distribution(RunSink sink, String name, ToLongFunction<Told> figure) {
        sink.distribution(new RunSink.Distribution(name, "tokens", values(figure)));
    }

    private double[] values(ToLongFunction<Told> figure) {
        return turns.stream()
                .mapToDouble(turn -> (double) figure.applyAsLong(turn))
                .toArray();
    }

    private long sum(ToLongFunction<Told> figure) {
        return turns.stream().mapToLong(figure).sum();
    }

    /** What the plan asks for, and after that everything else. */
    private Set<MetricCall> calls() {
        Set<MetricCall> calls = new LinkedHashSet<>(plan.measures());
        for (TaskMetric metric : TaskMetric.values()) {
            String name = metric.word().name();
            List<String> arguments = switch (metric.word().argument()) {
                case NONE -> List.of("");
                case STATISTIC -> List.of("mean", "p50", "p99", "max");
                case THING -> metric.word().things();
                case COUNT -> List.of("1");
                case TIER, TIER_OR_LINK, RESOURCE -> meter.tierNames();
            };
            arguments.forEach(argument -> calls.add(new MetricCall(name, argument)));
        }
        return calls;
    }

    private Measure measure(MetricCall call, Bound bound) throws RunFailure {
        TaskMetric metric = TaskMetric.named(call.name())
                .orElseThrow(() -> new RunFailure("engine task does not produce " + call.name()));
        long prompts = sum(Told::promptTokens);
        long linear = sum(Told::linearTokens);
        long needed = sum(Told::needed);
        long present = sum(Told::present);
        return switch (metric) {
            case PROMPT_TOKENS -> statistic(call, values(Told::promptTokens));
            case LINEAR_TOKENS -> statistic(call, values(Told::linearTokens));
            case WORKING_SET -> statistic(call, values(Told::workingSetTokens));
            case TOKENS ->
                of(
                        call,
                        switch (call.argument()) {
                            case "prompt" -> (double) prompts;
                            case "linear" -> (double) linear;
                            default -> (double) sum(Told::outputTokens);
                        },
                        Dimension.TOKENS,
                        input("turns", turns.size()));
            case SAVED ->
                of(
                        call,
                        1 - (double) prompts / linear,
                        Dimension.NUMBER,
                        input("prompt tokens", prompts, Dimension.TOKENS),
                        input("tokens of the linear transcript", linear, Dimension.TOKENS));
            case FACTS ->
                of(
                        call,
                        (double) present / needed,
                        Dimension.NUMBER,
                        input("needed facts in the prompt", present),
                        input("needed facts", needed));
            case NEEDED ->
                number(
                        call,
                        call.argument().equals("missing") ? needed - present : needed,
                        input("turns", turns.size()));
            case COMPLETED ->
                of(
                        call,
                        (double) run.steps(Status.DONE) / run.steps(),
                        Dimension.NUMBER,
                        input("steps done", run.steps(Status.DONE)),
                        input("steps", run.steps()));
            case STEPS ->
                number(
                        call,
                        switch (call.argument()) {
                            case "done" -> run.steps(Status.DONE);
                            case "failed" -> run.steps(Status.FAILED);
                            case "skipped" -> run.steps(Status.SKIPPED);
                            default -> run.steps();
                        });
            case TURNS -> number(call, turns.size());
            case FAILURES -> number(call, sum(turn -> turn.failed() ? 1 : 0), input("turns", turns.size()));
            case RETRIES -> number(call, sum(turn -> turn.attempt() > 1 ? 1 : 0), input("turns", turns.size()));
            case ROLLBACKS -> number(call, run.rollbacks());
            case REPLACEMENTS -> number(call, run.replacements());
            case REUSED -> number(call, run.reused(), input("replacements", run.replacements()));
            case CUT -> number(call, sum(turn -> turn.cut() ? 1 : 0), input("turns", turns.size()));
            case DROPPED ->
                of(
                        call,
                        Math.max(0, 1 - (double) run.keptTokens() / run.writtenTokens()),
                        Dimension.NUMBER,
                        input("tokens kept at the end", run.keptTokens(), Dimension.TOKENS),
                        input("tokens of everything that happened", run.writtenTokens(), Dimension.TOKENS));
            case DURATION ->
                of(
                        call,
                        run.nanos() / NANOS,
                        Dimension.TIME,
                        input("prompt tokens", prompts, Dimension.TOKENS),
                        input("answer tokens", sum(Told::outputTokens), Dimension.TOKENS));
            case BUSY ->
                new Measure(
                        call,
                        run.meter().totalNanos() / NANOS,
                        Dimension.TIME,
                        metric.word().unit(),
                        metric.word().better(),
                        bound.nanos() / NANOS,
                        new Explanation(metric.word().formula(), List.of(), meter.boundBy(-1)));
            case TRAFFIC -> of(call, meter.traffic(call.argument()), Dimension.BYTES);
            case ENERGY -> of(call, meter.workJoules(), Dimension.ENERGY);
        };
    }

    private Measure number(MetricCall call, double value, Explanation.Input... inputs) {
        return of(call, value, Dimension.NUMBER, inputs);
    }

    private Measure statistic(MetricCall call, double[] values) throws RunFailure {
        OptionalDouble value = Statistics.of(values).statistic(call.argument());
        if (value.isEmpty()) {
            throw new RunFailure(call + ": '" + call.argument()
                    + "' is no statistic; there are mean, min, max and percentiles such as p99");
        }
        return of(call, value.getAsDouble(), Dimension.TOKENS, input("turns", values.length));
    }

    private Measure of(MetricCall call, double value, Dimension dimension, Explanation.Input... inputs) {
        TaskMetric metric = TaskMetric.named(call.name()).orElseThrow();
        return new Measure(
                call,
                value,
                dimension,
                metric.word().unit(),
                metric.word().better(),
                Double.NaN,
                new Explanation(metric.word().formula(), List.of(inputs), ""));
    }

    private static Explanation.Input input(String name, double value) {
        return input(name, value, Dimension.NUMBER);
    }

    private static Explanation.Input input(String name, double value, Dimension dimension) {
        return new Explanation.Input(name, value, dimension, List.of());
    }
}
