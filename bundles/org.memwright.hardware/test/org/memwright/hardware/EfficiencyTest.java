/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EfficiencyTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void share_isAboveZeroUpToOne(double share) {
        assertThrows(IllegalArgumentException.class, () -> new Efficiency.Kind(share, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Efficiency.Kind(1, share, 0));
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> new Efficiency(Efficiency.Kind.IDEAL, Efficiency.Kind.IDEAL, Efficiency.Kind.IDEAL, share));

        assertEquals("efficiency: link is " + share + ", must be above 0 and at most 1", error.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void default_isWorseThanIdeal(Work work) {
        Efficiency.Kind real = Efficiency.DEFAULT.of(work);
        Efficiency.Kind ideal = Efficiency.IDEAL.of(work);

        assertTrue(real.compute() < ideal.compute());
        assertTrue(real.memory() < ideal.memory());
        assertTrue(real.launchSeconds() > ideal.launchSeconds());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void computedAs_startsWithItself_andNeverNarrows(Precision precision) {
        assertEquals(precision, precision.computedAs().getFirst());
        int bits = 0;
        for (Precision next : precision.computedAs()) {
            assertTrue(next.bits() >= bits, precision + " as " + next);
            bits = next.bits();
        }
    }

    @Test
    void precision_isFoundByItsWord() {
        assertEquals(Precision.BF16, Precision.of("bf16").orElseThrow());
        assertTrue(Precision.of("BF16").isEmpty());
        assertEquals(0.5, Precision.INT4.bytes());
    }
}
