/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.lang.Designs;
import org.memwright.lang.Project;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Declaration;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.Workload;
import org.memwright.runtime.plan.TransformerShape;

/** Declarations with all that they inherit. */
class WholeTest {
    private static <D extends Declaration> D declared(String text, Class<D> type, String name) {
        Project project = Designs.project(text);
        return project.declarations(type).stream()
                .filter(declaration -> name.equals(declaration.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Designs.lines(project.findings())));
    }

    private static Hardware hardware(String text, String name) {
        return declared(text, Hardware.class, name);
    }

    private static final String MACHINES = """
            hardware Card {
              compute gpu { peak fp16 300 TFLOP/s }
              tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s }
              tier hbm on gpu { capacity 40 GiB  bandwidth 2 TB/s }
              tier dram { capacity 512 GiB  bandwidth 200 GB/s }
              tier tape { capacity 10 TB  bandwidth 1 GB/s }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s }
              link archive : dram -> tape { bandwidth 1 GB/s }
              price 2 USD/h
            }

            hardware BigCard extends Card {
              tier hbm on gpu { capacity 80 GiB  bandwidth 2 TB/s }
              tier ssd { capacity 4 TB  bandwidth 7 GB/s }
              price 3 USD/h
            }

            hardware Node {
              use BigCard as card[8]
              link nvlink : card.hbm <-> card.hbm { bandwidth 300 GB/s }
            }

            hardware Rack { use Node as node[4] }
            """;

    @Test
    void hardware_replacesPartsOfTheSameNameInTheirPlace() {
        WholeHardware whole = WholeHardware.of(hardware(MACHINES, "BigCard"));

        assertEquals(
                List.of("gpu", "sram", "hbm", "dram", "tape", "pcie", "archive", "ssd"),
                List.copyOf(whole.components().keySet()));
        assertEquals(
                "80 GiB",
                Positions.text(whole.tier("hbm")
                        .orElseThrow()
                        .getProperties()
                        .getFirst()
                        .getValue()));
        assertEquals("3 USD/h", Positions.text(whole.properties().get("price").getValue()));
    }

    @Test
    void hardware_countsDevicesThroughItsUses() {
        assertEquals(1, WholeHardware.of(hardware(MACHINES, "BigCard")).devices());
        assertEquals(8, WholeHardware.of(hardware(MACHINES, "Node")).devices());
        assertEquals(32, WholeHardware.of(hardware(MACHINES, "Rack")).devices());
    }

    @Test
    void hardware_findsTiersOfWhatItIsBuiltOf() {
        WholeHardware rack = WholeHardware.of(hardware(MACHINES, "Rack"));

        assertEquals(List.of("sram", "hbm", "dram", "tape", "ssd"), rack.tierNames());
        assertEquals(List.of("nvlink", "pcie", "archive"), rack.linkNames());
        assertEquals(List.of("gpu"), rack.computeUnitNames());
        assertTrue(rack.tier("ssd").isPresent());
        assertFalse(rack.tier("nvm").isPresent());
    }

    @Test
    void hardware_reachesOverLinksAndThroughComputeUnits() {
        WholeHardware card = WholeHardware.of(hardware(MACHINES, "BigCard"));

        // hbm and sram are on one unit; pcie goes both ways, archive one way; nothing leads to the ssd.
        assertEquals(Set.of("sram", "hbm", "dram", "tape"), card.reachable("sram"));
        assertEquals(Set.of("tape"), card.reachable("tape"));
        assertEquals(Set.of("ssd"), card.reachable("ssd"));
    }

    @Test
    void hardware_builtOfItself_isCounted() {
        assertEquals(
                6,
                WholeHardware.of(
                                hardware("hardware One { use Two as t[2] }\nhardware Two { use One as o[3] }\n", "One"))
                        .devices());
    }

    private static final String KEEPERS = """
            memory Base for kv {
              param budget = 20%
              param window = 64 tokens
              store hot : kv() in hbm
              store cold : kv() in dram
              keep hot : recent(window) else move(to: cold)
              keep hot at prefill : first(4 tokens)
              on full : preempt(recompute)
            }

            memory Child extends Base {
              param budget = 10%
              store hot : pages(size: 16 tokens) in hbm
              keep hot : recent(window), top(budget) else drop()
              on full : preempt(swap)
              on finish : preempt(recompute)
            }
            """;

    @Test
    void memory_replacesWhatItSaysAgain() {
        WholeMemory whole = WholeMemory.of(declared(KEEPERS, Memory.class, "Child"));

        assertEquals("kv", whole.engine());
        assertEquals(
                "10%",
                whole.evaluator()
                        .quantity(whole.parameters().get("budget").getValue())
                        .toString());
        assertEquals(List.of("budget", "window"), List.copyOf(whole.parameters().keySet()));
        assertEquals(
                "pages(size: 16 tokens)",
                Positions.text(whole.stores().get("hot").getLayout()));
        assertEquals(List.of("hot", "cold"), List.copyOf(whole.stores().keySet()));
        assertEquals(
                List.of("drop()", "-"),
                whole.keeps().stream().map(WholeTest::overflow).toList());
        assertEquals(
                List.of("preempt(swap)", "preempt(recompute)"),
                whole.handlers().stream()
                        .map(handler -> Positions.text(handler.getActions().getFirst()))
                        .toList());
        assertTrue(whole.handler("finish").isPresent());
    }

    private static String overflow(Keep keep) {
        return keep.getOverflow() == null ? "-" : Positions.text(keep.getOverflow());
    }

    @Test
    void memory_thatExtendsItself_hasItsOwnParts() {
        WholeMemory whole = WholeMemory.of(declared("memory M extends M { param budget = 10% }\n", Memory.class, "M"));

        assertEquals(Set.of("budget"), whole.parameters().keySet());
        assertEquals("", whole.engine());
    }

    @Test
    void workload_replacesProperties() {
        WholeWorkload whole = WholeWorkload.of(declared(
                "workload One { requests 10  seed 1 }\nworkload Two extends One { seed 2 }\n", Workload.class, "Two"));

        assertEquals(
                "requests=10 seed=2",
                whole.properties().entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + Positions.text(entry.getValue().getValue()))
                        .collect(Collectors.joining(" ")));
    }

    private static TransformerShape shape(String text, String name) {
        return WholeModel.of(declared(text, Model.class, name)).shape();
    }

    @Test
    void model_leavesOutWhatHasADefault() {
        TransformerShape shape =
                shape("model M { layers 2  hidden 64  heads 8  ffn 100  vocab 1000  context 128 }", "M");

        assertEquals(8, shape.kvHeads());
        assertEquals(8, shape.headDim());
        assertEquals(64, shape.embedding());
        assertEquals("fp16", shape.weights().word());
        assertEquals(0, shape.experts());
        assertFalse(shape.gated() || shape.tied() || shape.biased() || shape.qkvBiased() || shape.qkNorm());
        assertFalse(shape.layerNorm());
    }

    @Test
    void model_readsWhatIsWritten() {
        TransformerShape shape = shape(
                "model Base { layers 2  hidden 64  heads 8  ffn 100 gated  vocab 1000 tied  context 128  norm layer }\n"
                        + "model M extends Base { kv_heads 4  head_dim 16 qk_norm  weights fp8  experts 6  active 2"
                        + "  expert_ffn 50  positions 130  embedding 32  qkv_biased }\n",
                "M");

        assertEquals(4, shape.kvHeads());
        assertEquals(16, shape.headDim());
        assertEquals(50, shape.ffn());
        assertEquals(6, shape.experts());
        assertEquals(2, shape.activeExperts());
        assertEquals(130, shape.positions());
        assertEquals(32, shape.embedding());
        assertEquals("fp8", shape.weights().word());
        assertTrue(shape.gated() && shape.tied() && shape.qkvBiased() && shape.qkNorm() && shape.layerNorm());
    }

    @ParameterizedTest
    @CsvSource({"Llama2_7B, 6738415616, 524288", "Llama2_70B, 68976648192, 327680", "OPT_30B, 29974540288, 1376256"})
    void model_ofTheLibrary_hasThePublishedNumberOfParameters(String name, long parameters, long bytesPerToken) {
        TransformerShape shape = shape("model M extends memwright.models." + name + " { context 64 }\n", "M");

        assertEquals(parameters, shape.parameters());
        assertEquals(bytesPerToken, shape.keyValueNumbersPerToken() * 2);
    }

    @Test
    void model_withoutAProperty_hasNoShape() {
        var failure = assertThrows(EvaluationFailure.class, () -> shape("model M { layers 2 }", "M"));

        assertEquals(LangIssue.PROPERTY_MISSING, failure.issue());
    }
}
