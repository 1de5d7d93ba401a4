/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.length.constant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.Plans;

class ConstantLengthTest {
    @Test
    void draw_isAlwaysTheSame() {
        var length = new ConstantLength.Factory().create(Plans.call("constant", "tokens", "7 tokens"));

        assertEquals(7, length.draw(new SplittableRandom(1)));
        assertEquals(7, length.draw(new SplittableRandom(2)));
    }

    @Test
    void create_refusesNoTokens() {
        assertThrows(IllegalArgumentException.class, () -> new ConstantLength(0));
    }
}
