/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
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

    @Test
    void calibratedKernels_timeWhatTheDesignSays() {
        // One product of 128 x 128 x 128 on one core of 1: launch 5 us; one tile of 2 x 128^3 operations at half of 1
        // TFLOP/s
        // takes 8.389 us, which overlaps with streaming 98304 B and 128 steps; so more than 13.389 us.
        Machine machine = Compiled.machine("""
            hardware Gpu {
              compute gpu { peak bf16 1 TFLOP/s  cores 1 }
              tier l2 on gpu { capacity 1 MiB  bandwidth 10 TB/s }
              tier hbm on gpu { capacity 1 GiB  bandwidth 1 TB/s }
            }
            hardware Known extends Gpu {
              calibrate gpu matrix bf16 { launch 5 us  computing 50%  streaming 80%  stepping 0.001 ns  error 7.5% }
              calibrate gpu all_reduce { launch 5 us  meeting 5 us  bandwidth 1 GB/s }
            }
            hardware Pair { use Known as node[2] }
            """);

        KernelTimes times = machine.computeUnits().getLast().times();

        double seconds = times.matrixSeconds(Precision.BF16, 128, 128, 128);
        assertTrue(seconds > 13.389e-6 && seconds < 13.5e-6, "product took " + seconds);
        assertEquals(0.075, times.heldBackError(Kernel.MATRIX), 1e-12);
        assertTrue(Double.isNaN(times.heldBackError(Kernel.COLLECTIVE)));
        // 1000 B to one other at 1 GB/s: 1 us after the launch.
        assertEquals(6e-6, times.allReduceSeconds(2, 1000), 1e-12);
        assertTrue(Double.isNaN(times.decodeSeconds(Precision.BF16, 1, 1, 1, 1, 64)));
        assertSame(times, machine.computeUnits().getFirst().times());
        assertEquals(1, machine.computeUnits().getFirst().cores());
    }
}
