/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memwright.engine.kv.decode.DecodeStep;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.pressure.Pressure;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.retain.Overflow;
import org.memwright.engine.kv.retain.Selector;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.workload.LengthDistribution;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MemoryPlan.HandlerPlan;
import org.memwright.runtime.plan.MemoryPlan.KeepPlan;
import org.memwright.runtime.plan.MemoryPlan.StorePlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.Objective;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.units.Quantity;

/** Plans as the language would make them, for tests: hardware, models, memories, workloads, and runs of these. */
public final class Runs {
    /** Llama-2-7B. */
    public static final TransformerShape LLAMA2_7B = dense("Llama2_7B", 32, 4096, 32, 32, 11008, 32000, 4096);

    /** Llama-3-8B. */
    public static final TransformerShape LLAMA3_8B = dense("Llama3_8B", 32, 4096, 32, 8, 14336, 128256, 8192);

    /** Llama-2-70B. */
    public static final TransformerShape LLAMA2_70B = dense("Llama2_70B", 80, 8192, 64, 8, 28672, 32000, 4096);

    private TransformerShape model = LLAMA2_7B;
    private Machine machine = a100();
    private int tensor = 1;
    private int pipeline = 1;
    private long seed = 1;
    private MechanismCall serving;
    private boolean strict = true;
    private final List<StorePlan> stores = new ArrayList<>();
    private final List<KeepPlan> keeps = new ArrayList<>();
    private final List<HandlerPlan> handlers = new ArrayList<>();
    private final Map<String, Value> workload = new LinkedHashMap<>();
    private final List<Objective> objectives = new ArrayList<>();
    private final List<MetricCall> measures = new ArrayList<>();

    /** A dense, gated transformer of fp16 weights with untied embeddings. */
    public static TransformerShape dense(
            String name, int layers, int hidden, int heads, int kvHeads, int ffn, int vocab, int context) {
        return new TransformerShape(
                name,
                layers,
                hidden,
                heads,
                kvHeads,
                hidden / heads,
                ffn,
                true,
                vocab,
                context,
                Precision.FP16,
                0,
                0,
                0,
                hidden,
                false,
                false,
                false,
                false,
                false);
    }

    /** A mixture of experts. */
    public static TransformerShape mixture(TransformerShape like, int experts, int active) {
        return new TransformerShape(
                like.name() + "_moe",
                like.layers(),
                like.hidden(),
                like.heads(),
                like.kvHeads(),
                like.headDim(),
                like.ffn(),
                true,
                like.vocab(),
                like.context(),
                like.weights(),
                experts,
                active,
                0,
                like.embedding(),
                false,
                false,
                false,
                false,
                false);
    }

    /** An A100 of 80 GiB with a host, as in the examples. */
    public static Machine a100() {
        return machine(1, 1, 80L << 30, 512L << 30);
    }

    /** A machine of A100s joined by NVLink. */
    public static Machine a100s(int devices) {
        return machine(devices, 1, 80L << 30, 512L << 30);
    }

    /**
     * A machine of devices like A100s.
     *
     * @param speed factor on every bandwidth and peak
     */
    public static Machine machine(int devices, double speed, long hbmBytes, long dramBytes) {
        return machine(devices, speed, hbmBytes, dramBytes, Double.NaN);
    }

    /**
     * A machine of devices like A100s.
     *
     * @param speed factor on every bandwidth and peak
     * @param launchSeconds time to start an operation, NaN for the default
     */
    public static Machine machine(int devices, double speed, long hbmBytes, long dramBytes, double launchSeconds) {
        List<ComputeUnit> units = new ArrayList<>();
        List<Tier> tiers = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int d = 0; d < devices; d++) {
            units.add(new ComputeUnit(
                    d, "gpu", d, 1, -1, Map.of(Precision.FP16, speed * 312e12), 0, 400, 80, 0, launchSeconds));
            int t = tiers.size();
            tiers.add(new Tier(
                    t,
                    "sram",
                    d,
                    d,
                    Math.min(40 << 20, hbmBytes / 16),
                    speed * 19e12,
                    speed * 19e12,
                    30e-9,
                    1,
                    2.4e-12,
                    0,
                    0));
            tiers.add(new Tier(
                    t + 1, "hbm", d, d, hbmBytes, speed * 2.039e12, speed * 2.039e12, 400e-9, 1, 32e-12, 0, 0));
            tiers.add(new Tier(t + 2, "dram", d, -1, dramBytes, speed * 204e9, speed * 204e9, 90e-9, 1, 0, 0, 0));
            links.add(new Link(d, "pcie", d, List.of(t + 1), List.of(t + 2), true, speed * 31.5e9, 3e-6, 0));
            all.add(t + 1);
        }
        if (devices > 1) {
            links.add(new Link(devices, "nvlink", Machine.SHARED, all, all, true, speed * 300e9, 5e-6, 0));
        }
        return new Machine("A100x" + devices, devices, units, tiers, links, 4.0 * devices, 100);
    }

    /** A quantity as the language writes it. */
    public static Value amount(String text) {
        return new Value.Amount(Quantity.parse(text));
    }

    public static Value word(String word) {
        return new Value.Word(word);
    }

    /** A call with arguments as {@code name, value} pairs; texts that are quantities become these, others words. */
    public static MechanismCall call(Class<?> type, MechanismKind kind, String name, Object... arguments) {
        Map<String, Value> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            given.put((String) arguments[i], value(arguments[i + 1]));
        }
        return Mechanisms.call(type, "kv", kind, name, given);
    }

    private static Value value(Object argument) {
        if (argument instanceof Value value) {
            return value;
        }
        String text = (String) argument;
        return Character.isDigit(text.charAt(0)) ? amount(text) : word(text);
    }

    public static MechanismCall layout(String name, Object... arguments) {
        return call(Layout.class, MechanismKind.LAYOUT, name, arguments);
    }

    public static MechanismCall quantiser(String name, Object... arguments) {
        return call(Quantiser.class, MechanismKind.QUANTISER, name, arguments);
    }

    public static MechanismCall selector(String name, Object... arguments) {
        return call(Selector.class, MechanismKind.SELECTOR, name, arguments);
    }

    public static MechanismCall score(String name, Object... arguments) {
        return call(Score.class, MechanismKind.SCORE, name, arguments);
    }

    public static MechanismCall scheduler(String name, Object... arguments) {
        return call(Scheduler.class, MechanismKind.SCHEDULER, name, arguments);
    }

    public static MechanismCall length(String name, Object... arguments) {
        return call(LengthDistribution.class, MechanismKind.LENGTH, name, arguments);
    }

    /** A run of Llama-2-7B on one A100, strict. */
    public static Runs run() {
        return new Runs();
    }

    public Runs model(TransformerShape shape) {
        model = shape;
        return this;
    }

    public Runs on(Machine hardware) {
        machine = hardware;
        return this;
    }

    public Runs split(int tensorSplit, int pipelineSplit) {
        tensor = tensorSplit;
        pipeline = pipelineSplit;
        return this;
    }

    public Runs seed(long number) {
        seed = number;
        return this;
    }

    public Runs lenient() {
        strict = false;
        return this;
    }

    public Runs store(String name, String tier, String layout, Object... arguments) {
        stores.add(new StorePlan(name, layout(layout, arguments), tier, SourcePosition.NONE));
        return this;
    }

    public Runs keep(String store, String event, Value... selectors) {
        keeps.add(new KeepPlan(store, event, List.of(selectors), null, SourcePosition.NONE));
        return this;
    }

    public Runs keepElse(String store, String event, String to, Value... selectors) {
        MechanismCall move = call(Overflow.class, MechanismKind.OVERFLOW, "move", "to", to);
        keeps.add(new KeepPlan(store, event, List.of(selectors), move, SourcePosition.NONE));
        return this;
    }

    public Runs onFull(String name, Object... arguments) {
        MechanismCall action = call(Pressure.class, MechanismKind.ACTION, name, arguments);
        handlers.add(new HandlerPlan("full", List.of(), List.of(action), SourcePosition.NONE));
        return this;
    }

    public Runs onDecode(MechanismCall... steps) {
        handlers.add(
                new HandlerPlan("decode", List.of(), List.of(new Value.Pipeline(List.of(steps))), SourcePosition.NONE));
        return this;
    }

    public static MechanismCall step(String name, Object... arguments) {
        return call(DecodeStep.class, MechanismKind.ACTION, name, arguments);
    }

    public Runs serving(String name, Object... arguments) {
        serving = scheduler(name, arguments);
        return this;
    }

    public Runs workload(String property, Value value) {
        workload.put(property, value);
        return this;
    }

    /** Lets all requests arrive at the start. */
    public Runs allAtOnce() {
        workload.remove("arrival");
        return this;
    }

    /** Requests that all arrive at once, of one length. */
    public Runs requests(int count, int prompt, int output) {
        return workload("requests", amount(Integer.toString(count)))
                .workload("prompt", amount(prompt + " tokens"))
                .workload("output", amount(output + " tokens"));
    }

    public Runs slo(String metric, String limit) {
        objectives.add(new Objective(metric, Quantity.parse(limit)));
        return this;
    }

    public Runs measure(String name, String argument) {
        measures.add(new MetricCall(name, argument));
        return this;
    }

    public RunPlan plan() {
        return new RunPlan(
                "test",
                "design",
                Map.of(),
                seed,
                machine,
                model,
                tensor,
                pipeline,
                new MemoryPlan("design", "kv", Map.of(), stores, keeps, handlers, SourcePosition.NONE),
                new WorkloadPlan("load", workload, SourcePosition.NONE),
                serving,
                objectives,
                measures,
                List.of(),
                strict);
    }

    /** Runs the plan and returns what it measured. */
    public Recorded go() throws RunFailure {
        var recorded = new Recorded();
        new KvEngine().run(plan(), recorded);
        return recorded;
    }
}
