/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hardware that the tests run on. */
final class Machines {
    static final int GPU = 0;
    static final int PIM = 1;
    static final int SRAM = 0;
    static final int HBM = 1;
    static final int DRAM = 2;
    static final int SSD = 3;
    static final int TAPE = 4;
    static final int PCIE = 0;
    static final int NVME = 1;

    private static final double PICO = 1e-12;

    private Machines() {}

    /** The A100 of the language's examples, with logic in its HBM and a tape that no link leads to. */
    static Machine a100() {
        var peaks = Map.of(Precision.FP16, 312e12, Precision.INT8, 624e12);
        var gpu = new ComputeUnit(GPU, "gpu", 0, 1, -1, peaks, 0, 400, 50, 0.5 * PICO, Double.NaN);
        var pim = new ComputeUnit(PIM, "pim", 0, 16, HBM, Map.of(Precision.FP16, 1e12), 1e12, 0, 0, 0.2 * PICO, 1e-6);
        var sram = new Tier(SRAM, "sram", 0, GPU, 40 << 20, 19e12, 19e12, 30e-9, 1, 2.4 * PICO, 0, 0);
        var hbm = new Tier(HBM, "hbm", 0, GPU, 80L << 30, 2.039e12, 2.039e12, 400e-9, 1, 32 * PICO, 10, 0);
        var dram = new Tier(DRAM, "dram", 0, -1, 512L << 30, 204e9, 204e9, 90e-9, 1, 0, 0, 0);
        var ssd = new Tier(SSD, "ssd", 0, -1, 4e12, 7e9, 5e9, 80e-6, 4096, 0, 0, 0);
        var tape = new Tier(TAPE, "tape", 0, -1, 4e15, 1e9, 1e9, 10, 1, 0, 0, 0);
        var pcie = new Link(PCIE, "pcie", 0, List.of(HBM), List.of(DRAM), true, 31.5e9, 3e-6, 80 * PICO);
        var nvme = new Link(NVME, "nvme", 0, List.of(DRAM), List.of(SSD), true, 7e9, 0, 0);
        return new Machine(
                "A100", 1, List.of(gpu, pim), List.of(sram, hbm, dram, ssd, tape), List.of(pcie, nvme), 3.6, 100);
    }

    /** Eight like tiers on a fabric of 300 GB/s and 5 us. */
    static Machine fabric() {
        List<Integer> ids = IntStream.range(0, 8).boxed().toList();
        List<Tier> tiers = ids.stream()
                .map(id -> new Tier(id, "hbm", id, -1, 80L << 30, 2.039e12, 2.039e12, 0, 1, 0, 0, 0))
                .toList();
        var nvlink = new Link(0, "nvlink", Machine.SHARED, ids, ids, true, 300e9, 5e-6, 0);
        return new Machine("DGX", 8, List.of(), tiers, List.of(nvlink), 32, 0);
    }

    /** Any machine: some tiers, some links, one unit that is on some tiers. */
    static Machine random(SplittableRandom random) {
        int count = random.nextInt(2, 9);
        List<Tier> tiers = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            double access = random.nextBoolean() ? 1 : 512 * random.nextInt(1, 9);
            double latency = random.nextBoolean() ? 0 : random.nextDouble(1e-4);
            int unit = random.nextInt(4) == 0 ? 0 : -1;
            tiers.add(new Tier(
                    id, "t" + id, 0, unit, 1e9, bandwidth(random), bandwidth(random), latency, access, 1e-12, 0, 0));
        }
        List<Link> links = new ArrayList<>();
        int wanted = random.nextInt(0, 2 * count);
        for (int id = 0; id < wanted; id++) {
            int source = random.nextInt(count);
            int target = (source + random.nextInt(1, count)) % count;
            links.add(new Link(
                    id,
                    "l" + id,
                    0,
                    List.of(source),
                    List.of(target),
                    random.nextBoolean(),
                    bandwidth(random),
                    random.nextDouble(1e-5),
                    1e-12));
        }
        var peaks =
                Map.of(Precision.FP16, random.nextDouble(1e12, 1e15), Precision.FP32, random.nextDouble(1e11, 1e14));
        var unit = new ComputeUnit(0, "unit", 0, random.nextInt(1, 5), -1, peaks, 0, 0, 0, 0, Double.NaN);
        return new Machine("random", 1, List.of(unit), tiers, links, 0, 0);
    }

    private static double bandwidth(SplittableRandom random) {
        return Math.pow(10, random.nextDouble(8, 13));
    }

    /** The same machine with every bandwidth and peak multiplied. */
    static Machine faster(Machine machine, double times) {
        List<ComputeUnit> units = machine.computeUnits().stream()
                .map(u -> new ComputeUnit(
                        u.id(),
                        u.name(),
                        u.device(),
                        u.count(),
                        u.tier(),
                        u.peaks().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, peak -> peak.getValue() * times)),
                        u.bytesPerSecond() * times,
                        u.watts(),
                        u.idleWatts(),
                        u.joulesPerOperation(),
                        u.launchSeconds()))
                .toList();
        List<Tier> tiers = machine.tiers().stream()
                .map(t -> new Tier(
                        t.id(),
                        t.name(),
                        t.device(),
                        t.computeUnit(),
                        t.capacityBytes(),
                        t.readBytesPerSecond() * times,
                        t.writeBytesPerSecond() * times,
                        t.latencySeconds(),
                        t.accessBytes(),
                        t.joulesPerByte(),
                        t.staticWatts(),
                        t.usdPerByte()))
                .toList();
        List<Link> links = machine.links().stream()
                .map(l -> new Link(
                        l.id(),
                        l.name(),
                        l.device(),
                        l.sources(),
                        l.targets(),
                        l.duplex(),
                        l.bytesPerSecond() * times,
                        l.latencySeconds(),
                        l.joulesPerByte()))
                .toList();
        return new Machine(
                machine.name(), machine.devices(), units, tiers, links, machine.usdPerHour(), machine.staticWatts());
    }
}
