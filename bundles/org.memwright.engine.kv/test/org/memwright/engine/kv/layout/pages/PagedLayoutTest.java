/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.amount;
import static org.memwright.engine.kv.Runs.call;
import static org.memwright.engine.kv.Runs.quantiser;
import static org.memwright.engine.kv.Runs.run;

import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.Measured;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.workload.PrefixSharing;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.vocabulary.MechanismKind;

class PagedLayoutTest {
    @Test
    void pages_wasteNoMoreThanTheLastPage() throws RunFailure {
        // 100 tokens fill 6.25 pages of 16: 7 pages, 112 tokens. The request ends with its first token.
        Measured measured = Measured.of(run().requests(1, 100, 1).store("cache", "hbm", "pages"));

        assertEquals(1 - 100 / 112.0, measured.value("fragmentation"), 1e-12);
        assertEquals(0, measured.value("fragmentation(external)"), 1e-4);
    }

    @Test
    void capacity_limitsThePages() throws RunFailure {
        // 64 pages of 16 tokens; each request comes to 100 + 27 = 127 tokens, 8 pages.
        Measured measured = Measured.of(run().requests(20, 100, 28).store("cache", "hbm", "pages", "capacity", "64"));

        assertEquals(9, measured.value("batch_size(max)"));
        assertEquals(20, measured.value("finished"));
    }

    private static Runs shared() {
        return run().requests(8, 600, 4)
                .workload("prefix", call(PrefixSharing.class, MechanismKind.PREFIX, "shared", "tokens", "512 tokens"))
                .serving("replay")
                .store("cache", "hbm", "pages", "share", "prefix");
    }

    @Test
    void prefix_isComputedOnce() throws RunFailure {
        // 512 tokens are 32 pages of 16. The first of 8 requests of 600 tokens (38 pages, 37 of them full) computes
        // them,
        // the others find them: 7 x 512 of 8 x 600 tokens.
        Measured measured = Measured.of(shared());

        assertEquals(7 * 512 / (8 * 600.0), measured.value("prefix_hit_rate"), 1e-12);
        assertEquals(7 / 8.0, measured.value("prefix_hit_rate(requests)"));
        assertEquals(0, measured.value("prefix_evictions"));
    }

    @Test
    void prefix_isGivenUpWhereItMayNotBeKept() throws RunFailure {
        // Room for 16 blocks alone: the first 16 of the 32 pages of the prefix stay, the leaves go first.
        Runs runs = run().requests(8, 600, 4)
                .workload("prefix", call(PrefixSharing.class, MechanismKind.PREFIX, "shared", "tokens", "512 tokens"))
                .serving("replay")
                .store("cache", "hbm", "pages", "share", "prefix", "capacity", "16");

        Measured measured = Measured.of(runs);

        assertEquals(7 * 256 / (8 * 600.0), measured.value("prefix_hit_rate"), 1e-12);
    }

    @Test
    void overhead_makesAttentionLonger() throws RunFailure {
        Measured without = Measured.of(run().requests(4, 100, 50).store("cache", "hbm", "pages"));
        Measured with = Measured.of(run().requests(4, 100, 50).store("cache", "hbm", "pages", "overhead", "50%"));

        double attention = without.operationNanos("attention (prefill)") + without.operationNanos("attention (decode)");
        double more = with.value("makespan") - without.value("makespan");
        assertEquals(attention / 2 / 1e9, more, more * 1e-3);
    }

    @Test
    void pages_refuseGroupsThatTheyCannotHold() {
        Runs runs = run().requests(1, 1, 1)
                .store("cache", "hbm", "pages", "keys", quantiser("int2", "per", "channel", "group", "32"));

        String message = assertThrows(RunFailure.class, runs::go).getMessage();
        assertTrue(
                message.startsWith("store 'cache' keeps pages of 16 tokens in groups of 32; a page is written once"),
                message);
    }

    @Test
    void share_refusesKeepRules() {
        Runs runs = run().requests(1, 1, 1)
                .store("cache", "hbm", "pages", "share", "prefix")
                .keep("cache", "", Runs.selector("recent", "tokens", "16 tokens"));

        String message = assertThrows(RunFailure.class, runs::go).getMessage();
        assertTrue(message.contains("store 'cache' shares prefixes, but its keep rule drops or moves tokens"), message);
    }

    @Test
    void fp8_halvesThePages() throws RunFailure {
        Measured measured = Measured.of(run().requests(1, 100, 1)
                .store("cache", "hbm", "pages", "keys", quantiser("fp8"), "values", quantiser("fp8")));

        assertEquals(262144, measured.value("kv_bytes_per_token"));
        assertTrue(measured.hasGap("quantises"));
        assertEquals(amount("16 tokens"), Runs.layout("pages").argument("size").orElseThrow());
    }
}
