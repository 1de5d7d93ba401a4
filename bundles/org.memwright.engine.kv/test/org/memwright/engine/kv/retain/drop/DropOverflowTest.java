/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.drop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.retain.Overflow;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

class DropOverflowTest {
    @Test
    void drop_goesNowhere() {
        Overflow drop = Mechanisms.create(
                Overflow.class,
                "kv",
                MechanismKind.OVERFLOW,
                Runs.call(Overflow.class, MechanismKind.OVERFLOW, "drop"));
        assertTrue(drop.place().isEmpty());
    }
}
