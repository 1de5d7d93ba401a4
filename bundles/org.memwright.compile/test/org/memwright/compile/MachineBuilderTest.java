/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Tier;

class MachineBuilderTest {
    private static final String GPU = """
            hardware Gpu {
              compute gpu { peak fp16 100 TFLOP/s  power 300 W  idle 50 W  launch 4 us }
              tier hbm on gpu { capacity 16 GiB bandwidth 1 TB/s }
              price 2 USD/h
              power 10 W
            }
            """;

    private static final String DRIVE = """
            hardware Drive {
              compute csd[2] in ssd { peak int8 1 TOP/s bandwidth 3 GB/s }
              tier ssd { capacity 1 TB read 3 GB/s write 2 GB/s }
            }
            """;

    private static List<String> links(Machine machine) {
        return machine.links().stream().map(MachineBuilderTest::describe).toList();
    }

    private static String describe(Link link) {
        return link.name() + " of " + link.device() + ": " + link.sources() + (link.duplex() ? " <-> " : " -> ")
                + link.targets();
    }

    @Test
    void use_makesOneDeviceForEachInstance() {
        Machine machine = Compiled.machine(GPU + "hardware Node { use Gpu as node[3] }");

        assertEquals(3, machine.devices());
        assertEquals(
                List.of(0, 1, 2), machine.tiers().stream().map(Tier::device).toList());
        assertEquals(
                List.of(0, 1, 2),
                machine.tiers().stream().map(Tier::computeUnit).toList());
        assertEquals(6.0, machine.usdPerHour(), 1e-12);
        assertEquals(30.0, machine.staticWatts());
        assertEquals(4e-6, machine.computeUnits().get(2).launchSeconds());
        assertEquals(50, machine.computeUnits().get(2).idleWatts());
    }

    @Test
    void ownPrice_isThatOfTheWholeMachine() {
        assertEquals(
                32.0,
                Compiled.machine(GPU + "hardware Node { use Gpu as node[3] price 32 USD/h }")
                        .usdPerHour(),
                1e-12);
    }

    @Test
    void linkAmongLikeTiers_isOneFabric() {
        Machine machine = Compiled.machine(GPU
                + "hardware Node { use Gpu as node[3]  link nvlink : node.hbm <-> node.hbm { bandwidth 300 GB/s } }");

        assertEquals(List.of("nvlink of -1: [0, 1, 2] <-> [0, 1, 2]"), links(machine));
        assertTrue(machine.links().getFirst().isFabric());
    }

    @Test
    void linkToASharedTier_isOneForEachDevice() {
        Machine machine = Compiled.machine(GPU + """
                        hardware Node {
                          use Gpu as node[2]
                          tier dram { capacity 1 TiB bandwidth 200 GB/s }
                          link pcie : node.hbm <-> dram { bandwidth 30 GB/s }
                        }
                        """);

        assertEquals(Machine.SHARED, machine.tiers().get(2).device());
        assertEquals(List.of("pcie of 0: [0] <-> [2]", "pcie of 1: [1] <-> [2]"), links(machine));
    }

    @Test
    void linkBetweenAsManyUses_pairsThem() {
        Machine machine = Compiled.machine(GPU + DRIVE + """
                        hardware Node {
                          use Gpu as node[2]
                          use Drive as drive[2]
                          link direct : drive.ssd -> node.hbm { bandwidth 5 GB/s }
                        }
                        """);

        assertEquals(4, machine.devices());
        assertEquals(List.of("direct of -1: [2] -> [0]", "direct of -1: [3] -> [1]"), links(machine));
        assertEquals(2, machine.computeUnits().getLast().tier() - 1);
        assertEquals(3e9, machine.computeUnits().getLast().bytesPerSecond());
        assertEquals(2, machine.computeUnits().getLast().count());
        assertEquals(2e9, machine.tiers().getLast().writeBytesPerSecond());
    }

    @Test
    void linkBetweenUnequalUses_isShared() {
        Machine machine = Compiled.machine(GPU + DRIVE + """
                        hardware Node {
                          use Gpu as node[3]
                          use Drive as drive[2]
                          link direct : drive.ssd <-> node.hbm { bandwidth 5 GB/s }
                        }
                        """);

        assertEquals(List.of("direct of -1: [3, 4] <-> [0, 1, 2]"), links(machine));
    }

    @Test
    void uses_nest() {
        Machine machine = Compiled.machine(GPU + """
                        hardware Node { use Gpu as node[2]  tier dram { capacity 1 TiB bandwidth 200 GB/s } }
                        hardware Pod  { use Node as box[2]  link net : box.dram <-> box.dram { bandwidth 50 GB/s } }
                        """);

        assertEquals(4, machine.devices());
        assertEquals(
                List.of("hbm 0", "hbm 1", "dram -1", "hbm 2", "hbm 3", "dram -1"),
                machine.tiers().stream().map(t -> t.name() + " " + t.device()).toList());
        assertEquals(List.of("net of -1: [2, 5] <-> [2, 5]"), links(machine));
        assertEquals(8.0, machine.usdPerHour(), 1e-12);
    }

    @Test
    void extending_replacesPartsByName() {
        Machine machine = Compiled.machine(GPU + """
                        hardware Host extends Gpu {
                          tier dram { capacity 64 GiB bandwidth 100 GB/s }
                          link pcie : hbm <-> dram { bandwidth 10 GB/s }
                        }
                        hardware Bigger extends Host {
                          tier hbm on gpu { capacity 32 GiB bandwidth 2 TB/s }
                          price 3 USD/h
                        }
                        """);

        assertEquals(
                List.of("hbm 32.0", "dram 64.0"),
                machine.tiers().stream()
                        .map(t -> t.name() + " " + t.capacityBytes() / (1L << 30))
                        .toList());
        assertEquals(List.of("pcie of 0: [0] <-> [1]"), links(machine));
        assertEquals(3.0, machine.usdPerHour(), 1e-12);
        assertEquals(0, machine.tiers().getFirst().computeUnit());
    }

    @Test
    void ownTiersBesideUses_areShared() {
        Machine machine = Compiled.machine(GPU + """
                        hardware Node {
                          use Gpu as node
                          tier dram { capacity 1 TiB bandwidth 200 GB/s }
                          link pcie : node.hbm <-> dram { bandwidth 30 GB/s }
                        }
                        """);

        assertEquals(1, machine.devices());
        assertEquals(List.of("pcie of 0: [0] <-> [1]"), links(machine));
    }
}
