/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.text.Location;

class OccurrencesTest {
    private static final Map<String, String> MACHINE = Map.of("machine.memw", """
            package machines
            hardware Box {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB bandwidth 2 TB/s }
              tier dram { capacity 512 GiB bandwidth 200 GB/s }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s }
            }
            hardware Pair {
              use Box as node[2]
              link nv : node.hbm <-> node.hbm { bandwidth 300 GB/s }
            }
            """);

    private static final String DESIGN = """
            package design
            import machines.Box
            memory H2O for kv {
              param budget = 20%
              store cache : kv() in hbm
              keep cache : recent(budget / 2), top(budget / 2, by: attention(sum))
              on full : swap(to: dram)
            }
            memory Child extends H2O { param budget = 10% }
            workload Few { requests 10 arrival poisson(4 /s) prompt constant(8 tokens) output constant(8 tokens) }
            experiment E {
              on Box
              workload Few
              compare H2O, H2O(budget: 5%) as Small, Child
              vary budget in 10%, 20%
              measure throughput, peak(hbm), traffic(pcie)
              expect Small.throughput >= H2O.throughput at budget 10%
            }
            """;

    private static List<String> all(String mark) {
        int at = DESIGN.indexOf(mark);
        Sample sample = Sample.of(DESIGN.substring(0, at) + "¦" + DESIGN.substring(at), MACHINE);
        return sample.workspace().references(sample.file(), sample.caret(), true).stream()
                .map(sample::at)
                .toList();
    }

    @Test
    void parameter_isNamedInRules_overrides_columns_andAxes() {
        List<String> expected = List.of(
                "here.memw:4:budget",
                "here.memw:6:budget",
                "here.memw:6:budget",
                "here.memw:9:budget",
                "here.memw:14:budget",
                "here.memw:15:budget",
                "here.memw:17:budget");
        assertEquals(expected, all("budget = 20%"));
        assertEquals(expected, all("budget / 2, by"), "from a use");
        assertEquals(expected, all("budget = 10%"), "from where it is declared again");
    }

    @Test
    void memory_isNamedByColumns_andExpectations_butNotByColumnsWithANameOfTheirOwn() {
        assertEquals(
                List.of(
                        "here.memw:3:H2O",
                        "here.memw:9:H2O",
                        "here.memw:14:H2O",
                        "here.memw:14:H2O",
                        "here.memw:17:H2O"),
                all("H2O for"));
        assertEquals(List.of("here.memw:14:Small", "here.memw:17:Small"), all("Small.throughput"));
    }

    @Test
    void tier_isNamedFromMemories_thatRunOnItsHardware() {
        assertEquals(
                List.of(
                        "here.memw:5:hbm",
                        "here.memw:16:hbm",
                        "machine.memw:4:hbm",
                        "machine.memw:6:hbm",
                        "machine.memw:10:hbm",
                        "machine.memw:10:hbm"),
                all("hbm\n"));
        assertEquals(List.of("here.memw:7:dram", "machine.memw:5:dram", "machine.memw:6:dram"), all("dram)"));
        assertEquals(List.of("here.memw:16:pcie", "machine.memw:6:pcie"), all("pcie)"));
    }

    @Test
    void declaration_isNamedByImportsOfOneName() {
        assertEquals(
                List.of("here.memw:2:Box", "here.memw:12:Box", "machine.memw:2:Box", "machine.memw:9:Box"),
                all("Box\n  workload"));
    }

    @Test
    void definition_ofATier_isInEachHardwareThatTheMemoryRunsOn() {
        Sample sample = Sample.of("""
                hardware A { tier hbm { capacity 1 GiB bandwidth 1 TB/s } }
                hardware Bb { tier hbm { capacity 2 GiB bandwidth 1 TB/s } }
                hardware C { tier hbm { capacity 2 GiB bandwidth 1 TB/s } }
                memory Mm for kv { store cache : kv() in ¦hbm }
                experiment E { on A compare Mm }
                experiment F { on Bb compare Mm }
                """);
        List<Location> found = sample.workspace().definitions(sample.file(), sample.caret());
        assertEquals(
                List.of("here.memw:1:hbm", "here.memw:2:hbm"),
                found.stream().map(sample::at).toList());
    }

    @Test
    void definition_reachesIntoTheLibrary() {
        Sample sample = Sample.of("experiment E { on memwright.hardware.¦A100_80G }");
        Location found =
                sample.workspace().definitions(sample.file(), sample.caret()).getFirst();
        assertTrue(found.file().toString().endsWith("/hardware/A100_80G.memw"), found.toString());
        assertTrue(found.span().offset() > 0);
    }

    @Test
    void steps_areNamedByEachPartOfAPath() {
        Sample sample = Sample.of("""
                task Trip {
                  step flight "Book" { out ticket step search "Look" }
                  step hotel after flight uses ¦flight.ticket
                  step pay after flight.search
                }
                """);
        assertEquals(
                List.of("here.memw:2:flight", "here.memw:3:flight", "here.memw:3:flight", "here.memw:4:flight"),
                sample.workspace().references(sample.file(), sample.caret(), true).stream()
                        .map(sample::at)
                        .toList());
    }

    @Test
    void variable_isKnownInItsRuleAlone() {
        Sample sample = Sample.of("""
                memory M for agent {
                  store log : text() in dram
                  on write(¦turn) : log.add(turn)
                  on recall(turn) : log.recent(turn)
                }
                """);
        Workspaces.assertPlaces(sample, "here.memw:3:turn", "here.memw:3:turn");
    }

    @Test
    void words_thatAMechanismKnows_areNoNames() {
        Sample sample = Sample.of("""
                memory M for kv {
                  param sum = 10%
                  store cache : kv() in hbm
                  keep cache : top(¦sum, by: attention(sum))
                }
                """);
        Workspaces.assertPlaces(sample, "here.memw:2:sum", "here.memw:4:sum");
    }

    @Test
    void references_canLeaveOutDeclarations() {
        Sample sample = Sample.of("memory ¦A for kv { store cache : kv() in hbm }\nmemory Child extends A {}");
        assertEquals(
                List.of("here.memw:2:A"),
                sample.workspace().references(sample.file(), sample.caret(), false).stream()
                        .map(sample::at)
                        .toList());
    }

    @Test
    void highlights_sayWhereItIsDeclared() {
        Sample sample = Sample.of("memory A for kv { store ¦cache : kv() in hbm keep cache : recent(1 tokens) }");
        assertEquals(
                "[true, false]",
                sample.workspace().highlights(sample.file(), sample.caret()).stream()
                        .map(highlight -> highlight.declares())
                        .toList()
                        .toString());
    }

    /** What the tests above say of a place. */
    private static final class Workspaces {
        static void assertPlaces(Sample sample, String... places) {
            assertEquals(
                    List.of(places),
                    sample.workspace().references(sample.file(), sample.caret(), true).stream()
                            .map(sample::at)
                            .toList());
        }
    }
}
