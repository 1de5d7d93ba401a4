/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.growths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class GrowthModelTest {
    /** 4 x 4 speeds at 6 x 6 places: 576 models, each with its own number. */
    @Test
    void of_isTheInverseOfNumber() {
        assertEquals(576, GrowthModel.count());
        for (int number = 0; number < GrowthModel.count(); number++) {
            assertEquals(number, GrowthModel.of(number).number());
        }
    }

    /** What grows faster is larger and holds what grows slower; a place across is the same tumour across. */
    @Test
    void simulate_growsWithItsSpeed() {
        BitSet slow = new GrowthModel(1, 1, 2, 3).simulate();
        BitSet fast = new GrowthModel(1, 3, 2, 3).simulate();
        assertTrue(fast.cardinality() > slow.cardinality());
        var rest = (BitSet) slow.clone();
        rest.andNot(fast);
        assertTrue(rest.isEmpty());

        BitSet across = new GrowthModel(1, 1, 3, 2).simulate();
        for (int cell = 0; cell < GrowthModel.SIDE * GrowthModel.SIDE; cell++) {
            assertEquals(
                    slow.get(cell), across.get(cell % GrowthModel.SIDE * GrowthModel.SIDE + cell / GrowthModel.SIDE));
        }
    }

    /** Cells 1, 2 and cells 2, 3, 4 have one in common: 2 x 1 / (2 + 3). */
    @Test
    void overlap_isTwiceTheCommonOverAll() {
        BitSet a = GrowthModel.cells("cell1 cell2");
        BitSet b = GrowthModel.cells("cell2 cell3 cell4 nothing");
        assertEquals(0.4, GrowthModel.overlap(a, b));
        assertEquals("cell2 cell3 cell4", GrowthModel.text(b));
        assertEquals(0, GrowthModel.overlap(new BitSet(), new BitSet()));
    }
}
