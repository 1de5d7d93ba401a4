/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Efficiency;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.hardware.Work;

class MeterTest {
    /** 1 TFLOP/s, 1 TB/s at 1 pJ/B, a host of 100 GB/s behind 10 GB/s; 50 W idle, 100 W at work. */
    private static Machine machine() {
        return new Machine(
                "m",
                1,
                List.of(new ComputeUnit(0, "gpu", 0, 1, -1, Map.of(Precision.FP16, 1e12), 0, 100, 50, 0, 0)),
                List.of(
                        new Tier(0, "hbm", 0, 0, 1e9, 1e12, 1e12, 0, 1, 1e-12, 0, 0),
                        new Tier(1, "dram", 0, -1, 1e9, 1e11, 1e11, 0, 1, 0, 0, 0)),
                List.of(new Link(0, "pcie", 0, List.of(0), List.of(1), true, 1e10, 0, 0)),
                3.6,
                0);
    }

    @Test
    void charge_countsEveryTimeAndDevice() {
        // 2e9 B at 1e12 B/s take 2 ms; three times on each of two devices.
        var meter = new Meter(machine(), Efficiency.IDEAL, 2);
        int kind = meter.kind("reading");
        meter.operation().begin(Work.VECTOR, 0, Precision.FP16).compute(1e6).read(0, 2e9);

        double nanos = meter.charge(kind, 3);

        assertEquals(6e6, nanos, 1);
        assertEquals(6e6, meter.pendingNanos(), 1);
        assertEquals(12e9, meter.traffic("hbm"));
        assertEquals(6e6, meter.operations("gpu"));
        // 12e9 B at 1e-12 J/B, and 50 W more than idle on two devices for 6 ms.
        assertEquals(12e-3 + 2 * 50 * 6e-3, meter.workJoules(), 1e-9);
        assertEquals(meter.workJoules() + 50 * 10e-3, meter.joules(10e6), 1e-9);
    }

    @Test
    void bound_isTheLongestResource() {
        var meter = new Meter(machine(), Efficiency.IDEAL, 1);
        meter.operation().begin(Work.MATRIX, 0, Precision.FP16).compute(5e9).read(0, 1e9);
        meter.charge(meter.kind("product"), 1);

        // 5e9 operations take 5 ms, 1e9 bytes 1 ms.
        assertEquals(5e6, meter.bound(0).nanos(), 1);
        assertEquals("compute gpu", meter.bound(0).limitedBy());
        assertEquals(9e6, meter.bound(9e6).nanos());
        assertEquals("the last arrival", meter.bound(9e6).limitedBy());
    }

    @Test
    void commit_movesPendingTimeToItsPart() {
        var meter = new Meter(machine(), Efficiency.IDEAL, 1);
        int host = meter.part("host");
        meter.operation().begin(Work.VECTOR, 0, Precision.FP16).read(0, 1e9);
        meter.charge(meter.kind("reading"), 1);
        meter.commit(1);
        meter.spend(host, 3e6);

        assertEquals(0, meter.pendingNanos());
        assertEquals("host", meter.boundBy(-1));
        assertEquals("bandwidth of hbm", meter.boundBy(host));
        assertEquals(host, meter.part("host"));
    }

    @Test
    void traffic_countsTransfersInTiersAndLinks() {
        var meter = new Meter(machine(), Efficiency.IDEAL, 1);
        long end = meter.interconnect().transfer(machine().path(0, 1).orElseThrow(), 0, 1e9);

        assertEquals(100_000_000, end);
        assertEquals(1e9, meter.traffic("pcie"));
        assertEquals(1e9, meter.traffic("hbm"));
        assertEquals(1e9, meter.traffic("dram"));
        assertEquals(
                100e6,
                meter.resources().stream()
                        .filter(r -> r.name().equals("pcie"))
                        .findFirst()
                        .orElseThrow()
                        .nanos(),
                1);
    }
}
