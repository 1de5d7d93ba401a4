/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.units.Quantity;

class GridTest {
    @Test
    void runs_changeTheColumnSlowestAndTheSeedFastest() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "serving continuous(max_running: 64)",
                "compare Full, Kept",
                "vary batch in 1, 8",
                "vary budget in 10%, 20%, 40%",
                "repeat 2 seeds",
                "measure throughput"));

        // 2 columns x 2 batches x 3 budgets x 2 seeds
        assertEquals(24, plan.runs().size());
        assertEquals(
                List.of(
                        "Full batch=1 budget=10% 7",
                        "Full batch=1 budget=10% 8",
                        "Full batch=1 budget=20% 7",
                        "Full batch=1 budget=20% 8",
                        "Full batch=1 budget=40% 7",
                        "Full batch=1 budget=40% 8",
                        "Full batch=8 budget=10% 7"),
                plan.runs().stream().limit(7).map(GridTest::describe).toList());
        assertEquals("Kept batch=8 budget=40% 8", describe(plan.runs().getLast()));
        assertEquals(2, plan.seeds());
        assertEquals("[10%, 20%, 40%]", plan.axes().get("budget").toString());
    }

    private static String describe(RunPlan run) {
        var text = new StringBuilder(run.column());
        run.point()
                .forEach((axis, value) ->
                        text.append(' ').append(axis).append('=').append(value));
        return text.append(' ').append(run.seed()).toString();
    }

    @Test
    void batch_isHowManyRequestsRunAtOnce() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "serving continuous(max_running: 64)", "compare Full", "vary batch in 1, 8", "measure throughput"));

        assertEquals(1, serving(plan, 0).count("max_running"));
        assertEquals(8, serving(plan, 1).count("max_running"));
    }

    @Test
    void batch_needsNoServingRule() {
        ExperimentPlan plan =
                Compiled.plan(Compiled.experiment("compare Full", "vary batch in 3", "measure throughput"));

        assertEquals("continuous", serving(plan, 0).name());
        assertEquals(3, serving(plan, 0).count("max_running"));
        assertEquals(true, plan.runs().getFirst().defaults().contains("serving = continuous"));
    }

    private static org.memwright.runtime.plan.MechanismCall serving(ExperimentPlan plan, int run) {
        return java.util.Objects.requireNonNull(plan.runs().get(run).serving());
    }

    @Test
    void memoryParameter_concernsTheColumnsThatHaveIt() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "compare Full, Kept, Kept(sinks: 8) as More", "vary Kept.budget in 40%", "measure throughput"));

        assertEquals(
                List.of("{}", "{budget=40%, sinks=4 tokens}", "{budget=20%, sinks=8}"),
                plan.runs().stream()
                        .map(r -> r.memory().parameters().toString())
                        .toList());
        assertEquals(
                "[first(tokens: 4 tokens), top(tokens: 20%)]",
                plan.runs().get(1).memory().keeps().getFirst().selectors().toString());
    }

    @Test
    void workloadProperty_andArgumentOfItsCallVary() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "compare Full", "vary requests in 10, 20", "vary arrival.rate in 1 /s, 2 /s", "measure throughput"));

        assertEquals(
                List.of("10 1 /s", "10 2 /s", "20 1 /s", "20 2 /s"),
                plan.runs().stream()
                        .map(r -> r.workload().property("requests").orElseThrow() + " "
                                + ((org.memwright.runtime.plan.MechanismCall)
                                                r.workload().property("arrival").orElseThrow())
                                        .quantity("rate"))
                        .toList());
    }

    @Test
    void axis_mayBeOfCalls() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "compare Full", "vary arrival in poisson(1 /s), poisson(2 /s)", "measure throughput"));

        assertEquals(
                "{arrival=poisson(rate: 2 /s)}", plan.runs().getLast().point().toString());
    }

    @Test
    void expectation_picksPointsAsTheAxisShowsThem() {
        ExperimentPlan plan = Compiled.plan(Compiled.experiment(
                "compare Full, Kept",
                "vary budget in 1024 tokens, 2048 tokens",
                "measure throughput",
                "expect Kept.throughput > Full.throughput at budget 2048 tokens"));

        assertEquals(
                Map.of("budget", (Value) new Value.Amount(Quantity.parse("2048 tokens"))),
                plan.expectations().getFirst().at());
        assertEquals(
                "Kept.throughput > Full.throughput at budget 2048 tokens",
                plan.expectations().getFirst().text());
    }

    @Test
    void measuresLeftOut_areAllThatThereAre() {
        assertEquals(
                List.of(), Compiled.plan(Compiled.experiment("compare Full")).measures());
    }

    @Test
    void extending_overridesByNameAndKeepsTheRest() {
        ExperimentPlan plan = Compiled.plan(Compiled.compile(Compiled.PARTS + """
                        memory Less extends Kept {
                          param budget = 10%
                          on full : preempt(swap)
                        }
                        memory Elsewhere extends Less {
                          store cache : pages() in hbm
                          keep cache : recent(budget)
                        }
                        experiment Try { on Gpu model Small workload Load compare Elsewhere measure throughput }
                        """, Overrides.NONE));

        var memory = plan.runs().getFirst().memory();
        assertEquals("kv", memory.engine());
        assertEquals("{budget=10%, sinks=4 tokens}", memory.parameters().toString());
        assertEquals("pages", memory.stores().getFirst().layout().name());
        assertEquals(1, memory.keeps().size());
        assertEquals(
                "[recent(tokens: 10%)]", memory.keeps().getFirst().selectors().toString());
        assertEquals(
                "[preempt(how: swap)]",
                memory.handler("full").orElseThrow().actions().toString());
    }

    @Test
    void splits_areCheckedAgainstDevicesAndHeads() {
        String node = """
                hardware Node { use Gpu as node[4]  link nvlink : node.hbm <-> node.hbm { bandwidth 300 GB/s } }
                experiment Try {
                  on Node split tensor 2, pipeline 2
                  model Small workload Load compare Full measure throughput
                }
                """;
        RunPlan run = Compiled.plan(Compiled.compile(Compiled.PARTS + node, Overrides.NONE))
                .runs()
                .getFirst();

        assertEquals(2, run.tensorSplit());
        assertEquals(2, run.pipelineSplit());
        assertEquals(4, run.machine().devices());
    }

    @Test
    void runs_areEqualHoweverOftenCompiled() {
        List<ExperimentPlan> plans = IntStream.range(0, 2)
                .mapToObj(i -> Compiled.plan(Compiled.experiment(
                        "compare Full, Kept", "vary budget in 10%, 20%", "repeat 3 seeds", "measure ttft(p50)")))
                .toList();

        assertEquals(plans.get(0), plans.get(1));
    }
}
