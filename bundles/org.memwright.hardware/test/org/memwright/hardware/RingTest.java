/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.memwright.hardware.Machines.HBM;
import static org.memwright.hardware.Machines.TAPE;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingTest {
    @Test
    void allReduce_isTwoRounds() {
        // 8 devices, 300 GB/s, 5 us. 64 MiB: 2 x 7/8 x 67,108,864 = 117,440,512 B each, 391,468.4 ns; 14 x 5 us = 70
        // us.
        Ring ring = Ring.through(Machines.fabric(), Efficiency.IDEAL, 0, 1, 2, 3, 4, 5, 6, 7)
                .orElseThrow();

        assertEquals(117_440_512, ring.allReduceBytesPerDevice(64 << 20));
        assertEquals(391_468.4, ring.idealAllReduceNanos(64 << 20), 0.1);
        assertEquals(461_468.4, ring.allReduceNanos(64 << 20), 0.1);
    }

    @Test
    void allGather_isOneRound() {
        // 4 devices: 3/4 of 1.2 MB at 300 GB/s and 75 %: 4 us; 3 x 5 us.
        Ring ring =
                Ring.through(Machines.fabric(), Efficiency.DEFAULT, 0, 1, 2, 3).orElseThrow();

        assertEquals(4000 + 15_000, ring.allGatherNanos(1.2e6), 1e-6);
        assertEquals(ring.allGatherNanos(1.2e6), ring.reduceScatterNanos(1.2e6));
        assertEquals(3000, ring.idealAllGatherNanos(1.2e6), 1e-6);
        assertEquals(900_000, ring.allGatherBytesPerDevice(1.2e6));
        assertEquals(2 * ring.allGatherNanos(1.2e6), ring.allReduceNanos(1.2e6), 1e-6);
    }

    @Test
    void oneDevice_hasNobodyToTalkTo() {
        Ring ring = Ring.through(Machines.fabric(), Efficiency.DEFAULT, 3).orElseThrow();

        assertEquals(0, ring.allReduceNanos(1e9));
        assertEquals(0, ring.allGatherBytesPerDevice(1e9));
    }

    @Test
    void through_anUnreachableTier_isEmpty() {
        assertEquals(Optional.empty(), Ring.through(Machines.a100(), Efficiency.DEFAULT, HBM, TAPE));
    }

    @Test
    void ring_withoutDevices_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ring(0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ring(2, 0, 0, 1));
    }
}
