/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.hardware.Machines.DRAM;
import static org.memwright.hardware.Machines.HBM;
import static org.memwright.hardware.Machines.NVME;
import static org.memwright.hardware.Machines.PCIE;
import static org.memwright.hardware.Machines.SRAM;
import static org.memwright.hardware.Machines.SSD;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterconnectTest {
    private final Machine a100 = Machines.a100();
    private final Interconnect ideal = new Interconnect(a100, Efficiency.IDEAL);

    private Path path(int from, int to) {
        return a100.path(from, to).orElseThrow();
    }

    @Test
    void transfer_overOneLink_isBandwidthAndLatency() {
        // 1 GiB at 31.5 GB/s: 34,087,042.4 ns; hbm 400 ns, pcie 3 us, dram 90 ns. At 75 % 45,449,389.9 ns.
        assertEquals(34_090_533, ideal.transfer(path(HBM, DRAM), 0, 1 << 30));

        var real = new Interconnect(a100, Efficiency.DEFAULT);

        assertEquals(45_452_880, real.transfer(path(HBM, DRAM), 0, 1 << 30));
    }

    @Test
    void transfer_overTwoLinks_flowsAtTheNarrowest_andChargesAll() {
        // 7,000,000,512 B = 1,708,984.5 accesses of 4 KiB, so 1,708,985 of them; over nvme at 7 GB/s 1 s, over pcie
        // 0.22 s.
        double wanted = 7_000_000_512.0;
        double accesses = 1_708_985 * 4096.0;

        long finish = ideal.transfer(path(SSD, HBM), 1000, wanted);

        assertEquals(1000 + accesses / 7 + 83_490, (double) finish, 1);
        assertEquals(accesses, ideal.queue(NVME).bytes());
        assertEquals(wanted, ideal.queue(PCIE).bytes(), "behind the SSD only what is wanted moves on");
        assertEquals(accesses, ideal.readBytes(SSD));
        assertEquals(accesses, ideal.writtenBytes(DRAM));
        assertEquals(wanted, ideal.readBytes(DRAM));
        assertEquals(wanted, ideal.writtenBytes(HBM));
        // pcie 80 pJ/B, hbm 32 pJ/B; the other tiers and links declare none
        assertEquals(wanted * 112e-12, ideal.joules(), 1e-9);
    }

    @Test
    void transfer_ofPieces_movesWholeAccesses() {
        ideal.transfer(path(SSD, DRAM), 0, 1000, 256);

        assertEquals(4_096_000, ideal.queue(NVME).bytes());
    }

    @Test
    void transfer_leavesTheWiderLinkToOthers() {
        // The stream from the SSD keeps pcie busy for 7/31.5 of its time; a transfer dram -> hbm then starts.
        ideal.transfer(path(SSD, HBM), 0, 4096 * 1000);

        long finish = ideal.transfer(path(DRAM, HBM), 0, 31_500);

        // 4,096,000 B / 31.5 B/ns = 130,031.7 ns, then 1000 ns and 90 + 3000 + 400 ns latency
        assertEquals(134_522, finish);
        assertEquals(130_031.7, ideal.queue(PCIE).queuedNanos(), 0.1);
        assertEquals(585_142.9, ideal.queue(NVME).busyNanos(), 0.1);
    }

    @Test
    void transfer_overOtherLinks_doesNotWait() {
        ideal.transfer(path(SSD, DRAM), 0, 7e9);

        assertEquals(1000 + 3490, ideal.transfer(path(DRAM, HBM), 0, 31_500));
    }

    @Test
    void transfer_withoutLink_isTheTiers() {
        // 2,039 B at 2.039 TB/s: 1 ns; 400 + 30 ns
        assertEquals(431, ideal.transfer(path(HBM, SRAM), 0, 2039));
    }

    @Test
    void transfer_ofNothingOrNowhere_isDone() {
        assertEquals(7, ideal.transfer(path(HBM, DRAM), 7, 0));
        assertEquals(7, ideal.transfer(path(HBM, HBM), 7, 1e9));
        assertEquals(0, ideal.queue(PCIE).transfers());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void transfers_obeyTheirLaws(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            Machine machine = Machines.random(random);
            Machine twice = Machines.faster(machine, 2);
            var slow = new Interconnect(machine, Efficiency.DEFAULT);
            var fast = new Interconnect(twice, Efficiency.DEFAULT);
            long slowest = 0;
            long ready = 0;
            double[] read = new double[machine.tiers().size()];
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(machine.tiers().size());
                int to = random.nextInt(machine.tiers().size());
                Optional<Path> path = machine.path(from, to);
                if (path.isEmpty()) {
                    continue;
                }
                double bytes = random.nextInt(100_000_000);
                ready += random.nextInt(1_000_000);

                long finish = slow.transfer(path.get(), ready, bytes);
                long sooner = fast.transfer(twice.path(from, to).orElseThrow(), ready, bytes);

                double least = ready + bytes / path.get().bytesPerSecond() * 1e9;
                assertTrue(finish >= least || bytes == 0, "never below the bound");
                assertTrue(sooner <= finish, "twice the bandwidth is never slower");
                slowest = Math.max(slowest, finish);
                for (Path.Hop hop :
                        bytes == 0 ? List.<Path.Hop>of() : path.get().hops()) {
                    double access = Math.max(hop.from().accessBytes(), hop.to().accessBytes());
                    read[hop.from().id()] += access <= 1 ? bytes : Math.ceil(bytes / access) * access;
                }
            }
            double moved = 0;
            double written = 0;
            for (Tier tier : machine.tiers()) {
                assertEquals(read[tier.id()], slow.readBytes(tier.id()), "bytes are conserved");
                moved += slow.readBytes(tier.id());
                written += slow.writtenBytes(tier.id());
            }
            assertEquals(moved, written, moved * 1e-12, "what is read is written");
            for (Link link : machine.links()) {
                assertTrue(slow.queue(link.id()).idealNanos() <= slowest, "no link beats its bandwidth");
            }
        }
    }
}
