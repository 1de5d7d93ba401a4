/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.quantiser;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.selector;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.runtime.RunFailure;

class MoveOverflowTest {
    private static Runs kivi() {
        return run().requests(1, 200, 2)
                .store(
                        "cache",
                        "hbm",
                        "kv",
                        "keys",
                        quantiser("int2", "per", "channel", "group", "32"),
                        "values",
                        quantiser("int2", "per", "token", "group", "32"))
                .store("residual", "hbm", "kv")
                .keepElse("residual", "", "cache", selector("recent", "tokens", "128 tokens"));
    }

    @Test
    void move_waitsForAWholeGroup() throws RunFailure {
        // Of 201 tokens 73 are old; two groups of 32 are full and have moved.
        Measured measured = Measured.of(kivi());

        assertEquals(64, measured.value("moves"));
        assertEquals(0, measured.value("evictions"));
    }

    @Test
    void move_toATierMakesAStoreThere() throws RunFailure {
        // 201 tokens, 101 of which have moved to the host over the link, 512 KiB each; the step reads 101 of them back.
        Measured measured = Measured.of(run().requests(1, 200, 2)
                .store("cache", "hbm", "kv")
                .keepElse("cache", "", "dram", selector("recent", "tokens", "100 tokens")));

        assertEquals(101, measured.value("moves"));
        assertEquals((101 + 101) * 524288.0, measured.value("traffic(pcie)"), 1);
        assertTrue(measured.attribution("transfers over pcie") > 0);
    }

    @Test
    void move_needsTheSameParts() {
        Runs runs = run().requests(1, 1, 1)
                .store("keys", "hbm", "kv", "part", "keys")
                .store("cache", "hbm", "kv")
                .keepElse("cache", "", "keys", selector("recent", "tokens", "1 tokens"));

        String message = assertThrows(RunFailure.class, runs::go).getMessage();
        assertTrue(
                message.contains(
                        "store 'cache' holds keys and values, but 'keys', that it moves tokens to, holds keys"),
                message);
    }
}
