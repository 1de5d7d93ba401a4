/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("hbm", "dram", "capacity", "recent", "A100_80G", "A100_40G");

    @ParameterizedTest
    @CsvSource({
        "hmb, hbm",
        "dra, dram",
        "capcity, capacity",
        "recnet, recent",
        "A100_80B, A100_80G",
        "a100_80g, A100_80G",
        "HBM, hbm",
        "nvme, ''",
        "x, ''",
        "hbm, ''"
    })
    void nearest_isAFewEditsAway(String written, String expected) {
        assertEquals(expected, Nearest.to(written, WORDS));
    }

    @Test
    void list_isShortened() {
        List<String> many = IntStream.range(0, 100).mapToObj(Integer::toString).toList();

        assertEquals("none", Nearest.list(List.of()));
        assertEquals("hbm, dram", Nearest.list(List.of("hbm", "dram")));
        assertEquals(25, Nearest.list(many).split(", ", -1).length);
    }
}
