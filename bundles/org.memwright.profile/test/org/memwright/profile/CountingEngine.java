/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.memwright.runtime.Engine;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.units.Dimension;

/**
 * A small engine that really runs: it counts to {@code steps}, in steps of a random 1 to 9 ns drawn from the plan's seed, and
 * keeps {@code size} bytes more at each. Parameter {@code break} names a way to go wrong.
 */
public final class CountingEngine implements Engine {
    @Override
    public EngineWord word() {
        return new EngineWord("count", "Counts.", Map.of(), List.of("steps"), List.of());
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        switch (plan.memory().parameters().get("break")) {
            case Value.Word word
            when word.word().equals("file") -> throw new RunFailure("trace.csv:3:7: '12x' is not a number");
            case Value.Word word
            when word.word().equals("code") ->
                throw new IndexOutOfBoundsException("Index 7 out of bounds for length 7");
            case null, default -> {}
        }
        int steps = (int) Plans.number(plan.memory().parameters().get("steps"));
        double size = Plans.number(plan.memory().parameters().get("size"));
        var random = new SplittableRandom(plan.seed());
        int series = sink.series(new RunSink.Series(RunSink.SeriesKind.TIER_OCCUPANCY, "hbm", "B", 1e6));
        long nanos = 0;
        List<Long> taken = new ArrayList<>();
        int done = 0;
        while (done < steps && !sink.cancelled()) {
            long step = 1L + random.nextInt(9);
            sink.span("counter", "step", nanos, nanos + step);
            nanos += step;
            done++;
            taken.add(step);
            sink.sample(series, nanos, done * size);
            sink.progress((double) done / steps, nanos);
        }
        sink.distribution(new RunSink.Distribution(
                "step", "ns", taken.stream().mapToDouble(Long::doubleValue).toArray()));
        sink.attribution("counting", (double) nanos);
        double seconds = nanos / 1e9;
        measure(sink, "rate", done / seconds, Dimension.RATE, Better.HIGHER);
        measure(sink, "time", seconds, Dimension.TIME, Better.LOWER);
        measure(sink, "held", done * size, Dimension.BYTES, Better.LOWER);
    }

    private static void measure(RunSink sink, String name, double value, Dimension dimension, Better better) {
        sink.measure(new Measure(
                new MetricCall(name, ""),
                value,
                dimension,
                "",
                better,
                Double.NaN,
                new Explanation("what was counted", List.of(), "")));
    }
}
