/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.model.Experiment;
import org.memwright.runtime.plan.ExpectationPlan.Arithmetic;
import org.memwright.runtime.plan.ExpectationPlan.Constant;
import org.memwright.runtime.plan.ExpectationPlan.Measured;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.plan.Value;
import org.memwright.units.Quantity;

/** The example that a user opens first, as the exact plan that it must become. */
class ShootoutPlanTest {
    private static final Path FILE = Path.of(System.getProperty("memwright.root"), "examples", "kv-shootout");
    private static final ExperimentPlan PLAN = plan();

    private static ExperimentPlan plan() {
        Experiment experiment = Compiled.load(FILE).declarations(Experiment.class).stream()
                .filter(e -> e.getName().equals("Shootout"))
                .findFirst()
                .orElseThrow();
        return Compiled.plan(new ExperimentCompiler(Compiled.VOCABULARY).compile(experiment, Overrides.NONE));
    }

    private static RunPlan run(String column) {
        return PLAN.runs().stream()
                .filter(r -> r.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void experiment_namesItsPartsAndColumns() {
        assertEquals("shootout.Shootout", PLAN.name());
        assertEquals("Which KV cache design serves the most conversations on one A100?", PLAN.doc());
        assertEquals("nvidia.A100_80G", PLAN.hardware());
        assertEquals("meta.Llama2_7B", PLAN.model());
        assertEquals("shootout.Conversations", PLAN.workload());
        assertEquals(List.of("FullCache", "PagedAttention", "H2O", "KIVI"), PLAN.columns());
        assertEquals(Map.of(), PLAN.axes());
        assertEquals(1, PLAN.seeds());
        assertEquals(
                List.of("FullCache 42", "PagedAttention 42", "H2O 42", "KIVI 42"),
                PLAN.runs().stream().map(r -> r.column() + " " + r.seed()).toList());
    }

    @Test
    void measures_areOnePerArgument() {
        assertEquals(
                List.of(
                        new MetricCall("throughput", ""),
                        new MetricCall("ttft", "p50"),
                        new MetricCall("ttft", "p99"),
                        new MetricCall("tpot", "p50"),
                        new MetricCall("tpot", "p99"),
                        new MetricCall("peak", "hbm"),
                        new MetricCall("traffic", "hbm"),
                        new MetricCall("energy", "")),
                PLAN.measures());
        assertEquals(PLAN.measures(), run("KIVI").measures());
    }

    @Test
    void machine_isTheDataSheetInBaseUnits() {
        Machine machine = run("H2O").machine();
        assertEquals(1, machine.devices());
        assertEquals(
                Map.of(Precision.FP16, 312e12, Precision.INT8, 624e12),
                machine.computeUnits().getFirst().peaks());
        assertEquals(
                List.of(
                        new Tier(0, "sram", 0, 0, 40 * 1048576.0, 19e12, 19e12, 30e-9, 1, 2.4e-12, 0, 0),
                        new Tier(1, "hbm", 0, 0, 80 * 1073741824.0, 2.039e12, 2.039e12, 400e-9, 1, 32e-12, 0, 0),
                        new Tier(2, "dram", 0, -1, 512 * 1073741824.0, 204e9, 204e9, 90e-9, 1, 0, 0, 0),
                        new Tier(3, "ssd", 0, -1, 4e12, 7e9, 5e9, 80e-6, 4096, 0, 0, 0)),
                machine.tiers());
        assertEquals(
                List.of(
                        new Link(0, "pcie", 0, List.of(1), List.of(2), true, 31.5e9, 3e-6, 0),
                        new Link(1, "nvme", 0, List.of(2), List.of(3), true, 7e9, 0, 0)),
                machine.links());
    }

    @Test
    void model_isItsShape() {
        assertEquals(
                new TransformerShape(
                        "meta.Llama2_7B",
                        32,
                        4096,
                        32,
                        32,
                        128,
                        11008,
                        true,
                        32000,
                        4096,
                        Precision.FP16,
                        0,
                        0,
                        0,
                        4096,
                        false,
                        false,
                        false,
                        false,
                        false),
                run("H2O").model());
    }

    @Test
    void overrides_goIntoTheRulesThatNameThem() {
        MemoryPlan h2o = run("H2O").memory();
        assertEquals("shootout.H2O", h2o.name());
        assertEquals("kv", h2o.engine());
        assertEquals(Map.of("budget", amount("20%")), h2o.parameters());
        assertEquals(
                "[recent(tokens: 10%), top(tokens: 10%, by: attention(reduce: sum))]",
                h2o.keeps().getFirst().selectors().toString());
        assertEquals("cache", h2o.keeps().getFirst().store());
        assertEquals("", h2o.keeps().getFirst().event());
        assertNull(h2o.keeps().getFirst().overflow());
    }

    @Test
    void defaults_areFilledInAndMarked() {
        MechanismCall pages = run("PagedAttention").memory().stores().getFirst().layout();
        assertEquals("pages(size: 16 tokens, table: block, share: prefix)", pages.toString());
        assertEquals(new Value.Word("leaf"), pages.arguments().get("evict"));
        assertEquals(Set.of("evict", "overhead"), pages.defaulted());
        assertEquals(
                Set.of("pages.evict = leaf", "pages.overhead = 0%"),
                run("PagedAttention").defaults().stream()
                        .filter(d -> d.startsWith("pages."))
                        .collect(Collectors.toSet()));
        assertEquals(
                List.of(),
                run("PagedAttention").defaults().stream()
                        .filter(d -> d.startsWith("int2"))
                        .toList());
    }

    @Test
    void calls_nestAndStoresAreNamed() {
        MemoryPlan kivi = run("KIVI").memory();
        MechanismCall cache = kivi.store("cache").orElseThrow().layout();
        assertEquals("int2", cache.call("keys").name());
        assertEquals("channel", cache.call("keys").word("per"));
        assertEquals(32, cache.call("keys").count("group"));
        assertEquals("token", cache.call("values").word("per"));
        assertEquals("move(to: cache)", String.valueOf(kivi.keeps().getFirst().overflow()));
        assertEquals(
                "preempt(how: recompute)",
                run("PagedAttention")
                        .memory()
                        .handler("full")
                        .orElseThrow()
                        .actions()
                        .getFirst()
                        .toString());
    }

    @Test
    void workload_isPropertiesInTheirOrder() {
        var workload = run("FullCache").workload();
        assertEquals(
                List.of("requests", "arrival", "prompt", "output", "seed"),
                List.copyOf(workload.properties().keySet()));
        assertEquals(amount("2000"), workload.property("requests").orElseThrow());
        assertEquals(
                "poisson(rate: 20 /s)",
                workload.property("arrival").orElseThrow().toString());
        assertEquals(
                "lognormal(mean: 1024 tokens, cv: 1.2)",
                workload.property("prompt").orElseThrow().toString());
    }

    @Test
    void expectations_areTerms() {
        var last = PLAN.expectations().getLast();
        assertEquals("KIVI.throughput >= 1.5 * FullCache.throughput", last.text());
        assertEquals(new Measured("KIVI", new MetricCall("throughput", "")), last.left());
        assertEquals(">=", last.operator());
        assertEquals(
                new Arithmetic(
                        new Constant(Quantity.number(1.5)),
                        "*",
                        new Measured("FullCache", new MetricCall("throughput", ""))),
                last.right());
        assertEquals(Map.of(), last.at());
    }

    @Test
    void positions_leadBackToTheText() {
        var keep = run("H2O").memory().keeps().getFirst().position();
        assertEquals(FILE.resolve("kv-shootout.memw").toString(), keep.file());
        assertEquals("17:3", keep.line() + ":" + keep.column());
    }

    @Test
    void defaults_ofTheHardwareAreListed() {
        List<String> defaults = run("FullCache").defaults();
        Stream.of(
                        "A100_80G.price = 0: runs report no cost",
                        "A100_80G.dram.energy = 0 pJ/bit",
                        "A100_80G.nvme.latency = 0 ns",
                        "Llama2_7B.head_dim = 128")
                .forEach(expected -> assertEquals(true, defaults.contains(expected), expected));
    }

    private static Value amount(String text) {
        return new Value.Amount(Quantity.parse(text));
    }
}
