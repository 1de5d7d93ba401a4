/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.units.Quantity;

/** Plans for tests: columns that count, see {@link CountingEngine}. */
public final class Plans {
    public static final SourcePosition AT = new SourcePosition("/home/me/designs/count.memw", 7, 3);

    private final Map<String, Map<String, Value>> columns = new LinkedHashMap<>();
    private final List<ExpectationPlan> expectations = new ArrayList<>();
    private final Map<String, List<Value>> axes = new LinkedHashMap<>();
    private String engine = "count";
    private int seeds = 1;

    public static double number(Value value) {
        return ((Value.Amount) value).quantity().base();
    }

    public static Value amount(String text) {
        return new Value.Amount(Quantity.parse(text));
    }

    public static ExpectationPlan.Term measured(String column, String metric) {
        return new ExpectationPlan.Measured(column, new MetricCall(metric, ""));
    }

    public static ExpectationPlan.Term constant(String quantity) {
        return new ExpectationPlan.Constant(Quantity.parse(quantity));
    }

    public Plans column(String name, int steps, int size) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("steps", amount(Integer.toString(steps)));
        parameters.put("size", amount(size + " B"));
        columns.put(name, parameters);
        return this;
    }

    public Plans broken(String name, String how) {
        columns.put(name, Map.of("break", new Value.Word(how)));
        return this;
    }

    public Plans engine(String name) {
        engine = name;
        return this;
    }

    public Plans seeds(int count) {
        seeds = count;
        return this;
    }

    /** Sizes replace those of the columns. */
    public Plans sizes(String... sizes) {
        axes.put("size", Arrays.stream(sizes).map(Plans::amount).toList());
        return this;
    }

    public Plans expect(ExpectationPlan.Term left, String operator, ExpectationPlan.Term right) {
        return expect(left, operator, right, Map.of());
    }

    public Plans expect(ExpectationPlan.Term left, String operator, ExpectationPlan.Term right, Map<String, Value> at) {
        expectations.add(new ExpectationPlan("left " + operator + " right", left, operator, right, at, AT));
        return this;
    }

    public ExperimentPlan plan() {
        List<RunPlan> runs = new ArrayList<>();
        columns.forEach((column, parameters) -> {
            for (Value size : axes.getOrDefault("size", List.of(new Value.Word("")))) {
                for (int seed = 1; seed <= seeds; seed++) {
                    runs.add(run(column, parameters, size, seed));
                }
            }
        });
        return new ExperimentPlan(
                "test.Count",
                "Counts.",
                "Abacus",
                "",
                "test.Steps",
                List.copyOf(columns.keySet()),
                axes,
                seeds,
                List.of(new MetricCall("rate", ""), new MetricCall("time", ""), new MetricCall("held", "")),
                runs,
                expectations,
                AT);
    }

    private RunPlan run(String column, Map<String, Value> parameters, Value size, long seed) {
        Map<String, Value> point = axes.isEmpty() ? Map.of() : Map.of("size", size);
        Map<String, Value> applied = new LinkedHashMap<>(parameters);
        applied.putAll(point);
        return new RunPlan(
                "test.Count",
                column,
                point,
                seed,
                machine(),
                null,
                1,
                1,
                new MemoryPlan("test." + column, engine, applied, List.of(), List.of(), List.of(), AT),
                new WorkloadPlan("test.Steps", Map.of(), AT),
                null,
                List.of(),
                List.of(),
                List.of("fingers = 10"),
                false);
    }

    /** Two devices, each 100 FLOP/s over a tier of 10 B/s. */
    public static Machine machine() {
        var first = new ComputeUnit(0, "gpu", 0, 1, -1, Map.of(Precision.FP16, 100.0), 0, 0, 0, 0, Double.NaN);
        var second = new ComputeUnit(1, "gpu", 1, 1, -1, Map.of(Precision.FP16, 100.0), 0, 0, 0, 0, Double.NaN);
        return new Machine("Abacus", 2, List.of(first, second), List.of(tier(0, 0), tier(1, 1)), List.of(), 0, 0);
    }

    private static Tier tier(int id, int device) {
        return new Tier(id, "hbm", device, device, 1e6, 10, 10, 0, 1, 0, 0, 0);
    }
}
