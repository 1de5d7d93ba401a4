/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memwright.hardware.Machines.GPU;
import static org.memwright.hardware.Machines.HBM;
import static org.memwright.hardware.Machines.PIM;

import org.junit.jupiter.api.Test;

class EnergyTest {
    private final Machine a100 = Machines.a100();
    private final Energy energy = new Energy(a100);

    @Test
    void operationJoules_areBytesAndArithmetic() {
        // 1e12 operations x 0.5 pJ = 0.5 J; 10 GB read and 5 GB written x 32 pJ/B (4 pJ/bit) = 0.48 J.
        var operation = new Operation(a100).begin(Work.MATRIX, GPU, Precision.FP16);
        operation.compute(1e12).read(HBM, 10e9).write(HBM, 5e9);

        assertEquals(0.98, energy.operationJoules(operation), 1e-12);
    }

    @Test
    void workingJoules_areAboveIdle() {
        // 400 W while it works, 50 W of these anyway.
        assertEquals(350, energy.workingJoules(GPU, 1e9), 1e-9);
        assertEquals(0, energy.workingJoules(PIM, 1e9));
    }

    @Test
    void standingJoules_areDrawnAllTheTime() {
        // 100 W of the system, 50 W of the idle GPU, 10 W of the HBM for 2 s.
        assertEquals(320, energy.standingJoules(2e9), 1e-9);
    }
}
