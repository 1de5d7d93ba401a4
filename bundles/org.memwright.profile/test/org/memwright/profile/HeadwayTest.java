/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeadwayTest {
    private final Headway headway =
            new Headway(new Plans().column("A", 1, 1).column("B", 1, 1).plan());

    @Test
    void share_countsEveryRunTheSame() {
        headway.progressed(0, 0.5);
        assertEquals(0.25, headway.share());
        headway.finished(0);
        assertEquals(0.5, headway.share());
        assertEquals(1, headway.finished());
        assertEquals(2, headway.runs());
    }

    @Test
    void left_isTheRestAtThePaceUntilNow() {
        assertEquals(OptionalLong.empty(), headway.leftNanos(1_000), "too early to tell");
        headway.progressed(0, 0.5);
        // a quarter took 1000 ns, so three quarters take 3000
        assertEquals(OptionalLong.of(3_000), headway.leftNanos(1_000));
        headway.finished(0);
        headway.finished(1);
        assertEquals(OptionalLong.of(0), headway.leftNanos(4_000));
    }
}
