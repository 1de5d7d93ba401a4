/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.hardware.Machines.DRAM;
import static org.memwright.hardware.Machines.HBM;
import static org.memwright.hardware.Machines.NVME;
import static org.memwright.hardware.Machines.PCIE;
import static org.memwright.hardware.Machines.SRAM;
import static org.memwright.hardware.Machines.SSD;
import static org.memwright.hardware.Machines.TAPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    private final Machine a100 = Machines.a100();

    @Test
    void path_overTwoLinks_isAsNarrowAsTheNarrowest() {
        Path path = a100.path(SSD, HBM).orElseThrow();

        assertEquals(
                List.of(NVME, PCIE), path.hops().stream().map(Path.Hop::link).toList());
        assertEquals(7e9, path.bytesPerSecond());
        // ssd 80 us, nvme 0, dram 90 ns, pcie 3 us, hbm 400 ns
        assertEquals(83.49e-6, path.latencySeconds(), 1e-12);
        assertEquals(3e-6, path.linkLatencySeconds());
    }

    @Test
    void path_back_isBoundByTheWritesOfTheSsd() {
        assertEquals(5e9, a100.path(HBM, SSD).orElseThrow().bytesPerSecond());
    }

    @Test
    void path_betweenTiersOfOneUnit_needsNoLink() {
        Path path = a100.path(HBM, SRAM).orElseThrow();

        assertEquals(1, path.hops().size());
        assertEquals(Path.Hop.NO_LINK, path.hops().getFirst().link());
        assertEquals(2.039e12, path.bytesPerSecond());
        assertEquals(2, a100.path(DRAM, SRAM).orElseThrow().hops().size());
    }

    @Test
    void path_toATierWithoutLink_isEmpty() {
        assertEquals(Optional.empty(), a100.path(HBM, TAPE));
        assertEquals(Optional.empty(), a100.path(TAPE, HBM));
    }

    @Test
    void path_toItself_hasNoHops() {
        Path path = a100.path(HBM, HBM).orElseThrow();

        assertEquals(List.of(), path.hops());
        assertEquals(Double.POSITIVE_INFINITY, path.bytesPerSecond());
        assertEquals(0, path.latencySeconds());
    }

    @Test
    void path_prefersFewerLinks_thenWiderOnes() {
        Tier[] tiers = new Tier[4];
        for (int i = 0; i < 4; i++) {
            tiers[i] = new Tier(i, "t" + i, 0, -1, 1e9, 1e15, 1e15, 0, 1, 0, 0, 0);
        }
        // 0 -> 3 over 1 (10, then 5 B/s) or over 2 (7, then 6 and beside it 8 B/s): 2 is wider, at 7 B/s.
        List<Link> links =
                List.of(link(0, 0, 1, 10), link(1, 1, 3, 5), link(2, 0, 2, 7), link(3, 2, 3, 6), link(4, 2, 3, 8));
        var machine = new Machine("m", 1, List.of(), List.of(tiers), links, 0, 0);

        Path path = machine.path(0, 3).orElseThrow();

        assertEquals(List.of(2, 4), path.hops().stream().map(Path.Hop::link).toList());
        assertEquals(7, path.bytesPerSecond());
        assertEquals(Optional.empty(), machine.path(3, 0), "one-way links do not lead back");
    }

    private static Link link(int id, int from, int to, double bytesPerSecond) {
        return new Link(id, "l" + id, 0, List.of(from), List.of(to), false, bytesPerSecond, 0, 0);
    }

    @Test
    void path_overAFabric_isOneHop() {
        Path path = Machines.fabric().path(2, 7).orElseThrow();

        assertEquals(1, path.hops().size());
        assertEquals(300e9, path.bytesPerSecond());
    }

    @Test
    void tier_byName_prefersTheDevicesOwn() {
        Tier own = new Tier(0, "hbm", 1, -1, 1, 1, 1, 0, 1, 0, 0, 0);
        Tier shared = new Tier(1, "hbm", Machine.SHARED, -1, 1, 1, 1, 0, 1, 0, 0, 0);
        var machine = new Machine("m", 3, List.of(), List.of(own, shared), List.of(), 0, 0);

        assertEquals(Optional.of(own), machine.tier(1, "hbm"));
        assertEquals(Optional.of(shared), machine.tier(2, "hbm"));
        assertEquals(Optional.empty(), machine.tier(1, "dram"));
        assertEquals("gpu", a100.computeUnit(0, "gpu").orElseThrow().name());
    }

    @Test
    void machine_withIdsThatAreNotIndices_isRefused() {
        Tier tier = new Tier(1, "hbm", 0, -1, 1, 1, 1, 0, 1, 0, 0, 0);

        var error = assertThrows(
                IllegalArgumentException.class, () -> new Machine("m", 1, List.of(), List.of(tier), List.of(), 0, 0));

        assertEquals("machine m: tier hbm has id 1, must be its index 0", error.getMessage());
    }

    @Test
    void usd_isPriceTimesTime() {
        // 3.60 USD/h for 1000 s
        assertEquals(1, a100.usd(1000e9), 1e-12);
    }

    /** The textbook enumerates every path without a circle. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void path_agreesWithTryingAll(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 150; round++) {
            Machine machine = Machines.random(random);
            int from = random.nextInt(machine.tiers().size());
            int to = random.nextInt(machine.tiers().size());
            List<double[]> all = new ArrayList<>();
            tryAll(machine, from, to, Double.POSITIVE_INFINITY, new ArrayList<>(List.of(from)), all);

            Optional<Path> path = machine.path(from, to);

            assertEquals(all.isEmpty(), path.isEmpty(), "reachable");
            if (path.isEmpty()) {
                continue;
            }
            OptionalInt fewest = all.stream().mapToInt(found -> (int) found[0]).min();
            double widest = all.stream()
                    .filter(found -> found[0] == fewest.orElseThrow())
                    .mapToDouble(found -> found[1])
                    .max()
                    .orElseThrow();
            List<Path.Hop> hops = path.get().hops();
            assertEquals(fewest.orElseThrow(), hops.size());
            assertEquals(
                    widest,
                    hops.stream().mapToDouble(Path.Hop::bytesPerSecond).min().orElse(Double.POSITIVE_INFINITY));
            assertTrue(path.get().bytesPerSecond() <= widest);
            assertFalse(IntStream.range(1, hops.size())
                    .anyMatch(i -> !hops.get(i).from().equals(hops.get(i - 1).to())));
        }
    }

    private static void tryAll(
            Machine machine, int at, int to, double narrowest, List<Integer> visited, List<double[]> found) {
        if (at == to) {
            found.add(new double[] {visited.size() - 1, narrowest});
            return;
        }
        for (Tier next : machine.tiers()) {
            if (visited.contains(next.id())) {
                continue;
            }
            List<Double> ways = new ArrayList<>();
            for (Link link : machine.links()) {
                if (link.joins(at, next.id())) {
                    ways.add(link.bytesPerSecond());
                }
            }
            int unit = machine.tiers().get(at).computeUnit();
            if (ways.isEmpty() && unit >= 0 && unit == next.computeUnit()) {
                ways.add(Double.POSITIVE_INFINITY);
            }
            for (double way : ways) {
                visited.add(next.id());
                tryAll(machine, next.id(), to, Math.min(narrowest, way), visited, found);
                visited.removeLast();
            }
        }
    }
}
