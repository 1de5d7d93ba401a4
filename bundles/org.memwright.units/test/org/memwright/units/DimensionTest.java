/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DimensionTest {
    @Test
    void times_undoesDividedBy() {
        assertEquals(Dimension.BYTES, Dimension.BANDWIDTH.times(Dimension.TIME));
        assertEquals(Dimension.NUMBER, Dimension.RATE.times(Dimension.TIME));
        assertEquals(Dimension.ENERGY, Dimension.POWER.times(Dimension.TIME));
        assertEquals(Dimension.TIME, Dimension.OPERATIONS.dividedBy(Dimension.COMPUTE));
    }

    @Test
    void describe_namesWhatADesignDeclares() {
        assertEquals("bandwidth (bytes per time, such as 2 TB/s)", Dimension.BANDWIDTH.describe());
        assertEquals("energy per byte (such as 4 pJ/bit)", Dimension.ENERGY_PER_BYTE.toString());
    }

    @Test
    void describe_ofTheRest_isItsBaseUnit() {
        Dimension odd = Dimension.BYTES.times(Dimension.BYTES).dividedBy(Dimension.POWER);

        // B^2 / (J/s)
        assertEquals("a quantity in B^2*s/J", odd.describe());
        assertEquals(odd, Units.find(odd.baseSymbol()).orElseThrow().dimension());
    }
}
