/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Profiler;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExpectationPlan;
import org.memwright.runtime.plan.ExpectationPlan.Arithmetic;
import org.memwright.runtime.plan.ExpectationPlan.Constant;
import org.memwright.runtime.plan.ExpectationPlan.Measured;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.units.Quantity;

/** An experiment that compares four designs by {@link BatchEngine}. */
public final class Shootout {
    private static final SourcePosition AT = new SourcePosition("/home/me/designs/shootout.memw", 34, 3);
    private static final MetricCall THROUGHPUT = new MetricCall("throughput", "");

    /** Bytes of a token and share of tokens kept, by column. */
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    private int requests = 2000;
    private int seeds = 1;
    private List<String> rates = List.of();
    private String doc = "Which KV cache design serves the most conversations on one A100?";

    public Shootout() {
        columns.put("FullCache", new double[] {524288, 1});
        columns.put("PagedAttention", new double[] {491520, 1});
        columns.put("H2O", new double[] {524288, 0.2});
        columns.put("KIVI", new double[] {98304, 1});
    }

    public Shootout requests(int count) {
        requests = count;
        return this;
    }

    public Shootout seeds(int count) {
        seeds = count;
        return this;
    }

    public Shootout rates(String... values) {
        rates = List.of(values);
        return this;
    }

    public Shootout doc(String text) {
        doc = text;
        return this;
    }

    public Shootout column(String name, double tokenBytes, double kept) {
        columns.put(name, new double[] {tokenBytes, kept});
        return this;
    }

    public Shootout without(String... names) {
        columns.keySet().removeAll(List.of(names));
        return this;
    }

    public ExperimentProfile profile(int threads) {
        return new Profiler(Vocabulary.load(BatchEngine.class), threads).profile(plan());
    }

    public ExperimentPlan plan() {
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        if (!rates.isEmpty()) {
            axes.put("arrival", rates.stream().map(Shootout::amount).toList());
        }
        List<RunPlan> runs = new ArrayList<>();
        for (var column : columns.entrySet()) {
            for (String rate : rates.isEmpty() ? List.of("12 /s") : rates) {
                for (int seed = 1; seed <= seeds; seed++) {
                    runs.add(run(column.getKey(), column.getValue(), rate, seed));
                }
            }
        }
        List<MetricCall> measures = List.of(
                THROUGHPUT,
                new MetricCall("ttft", "p50"),
                new MetricCall("ttft", "p99"),
                new MetricCall("tpot", "p50"),
                new MetricCall("tpot", "p99"),
                new MetricCall("peak", "hbm"),
                new MetricCall("traffic", "hbm"),
                new MetricCall("energy", ""));
        return new ExperimentPlan(
                "shootout.Shootout",
                doc,
                "nvidia.A100_80G",
                "meta.Llama2_7B",
                "shootout.Conversations",
                List.copyOf(columns.keySet()),
                axes,
                seeds,
                measures,
                runs,
                List.of(
                        times("H2O", "1.02", "FullCache"),
                        times("KIVI", "1.5", "FullCache"),
                        new ExpectationPlan(
                                "KIVI.ttft(p99) < 5 s",
                                new Measured("KIVI", new MetricCall("ttft", "p99")),
                                "<",
                                new Constant(Quantity.parse("5 s")),
                                Map.of(),
                                AT)),
                AT);
    }

    private static ExpectationPlan times(String column, String factor, String base) {
        return new ExpectationPlan(
                column + ".throughput >= " + factor + " * " + base + ".throughput",
                new Measured(column, THROUGHPUT),
                ">=",
                new Arithmetic(new Constant(Quantity.parse(factor)), "*", new Measured(base, THROUGHPUT)),
                Map.of(),
                AT);
    }

    private static Value amount(String text) {
        return new Value.Amount(Quantity.parse(text));
    }

    private RunPlan run(String column, double[] design, String rate, long seed) {
        var hbm = new Tier(0, "hbm", 0, 0, 80.0 * (1L << 30), 2.039e12, 2.039e12, 4e-7, 1, 3.2e-11, 0, 0);
        var dram = new Tier(1, "dram", -1, -1, 512.0 * (1L << 30), 204e9, 204e9, 9e-8, 1, 0, 0, 0);
        var gpu = new ComputeUnit(
                0, "gpu", 0, 1, -1, Map.of(Precision.FP16, 312e12, Precision.INT8, 624e12), 0, 400, 60, 0, Double.NaN);
        Map<String, Value> arguments = new LinkedHashMap<>();
        arguments.put("size", amount("16 tokens"));
        Map<String, Value> workload = new LinkedHashMap<>();
        workload.put("requests", amount(Integer.toString(requests)));
        workload.put("arrival", amount(rate));
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("token_bytes", new Value.Amount(Quantity.of(design[0], "B")));
        parameters.put("kept", new Value.Amount(Quantity.number(design[1])));
        parameters.put("capacity", amount("80 GiB"));
        return new RunPlan(
                "shootout.Shootout",
                column,
                rates.isEmpty() ? Map.of() : Map.of("arrival", amount(rate)),
                seed,
                new Machine("nvidia.A100_80G", 1, List.of(gpu), List.of(hbm, dram), List.of(), 0, 0),
                null,
                1,
                1,
                new MemoryPlan(
                        "shootout." + column,
                        "batch",
                        parameters,
                        List.of(new MemoryPlan.StorePlan(
                                "cache", new MechanismCall("pages", arguments, Set.of(), AT), "hbm", AT)),
                        List.of(),
                        List.of(),
                        AT),
                new WorkloadPlan("shootout.Conversations", workload, AT),
                new MechanismCall("continuous", new LinkedHashMap<>(), new LinkedHashSet<>(), AT),
                List.of(),
                List.of(),
                List.of("max_running = 256", "max_batched = 4096 tokens"),
                false);
    }
}
