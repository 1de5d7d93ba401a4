/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void suggest_namesTheNearestAndAll() {
        List<String> there = List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens");

        assertEquals(
                "did you mean 'TIMESTAMP'? There are TIMESTAMP, ContextTokens, GeneratedTokens.",
                Names.suggest("timestmp", there));
        assertEquals("There are TIMESTAMP, ContextTokens, GeneratedTokens.", Names.suggest("xyz", there));
        assertEquals("There are none.", Names.suggest("xyz", List.of()));
    }

    @Test
    void suggest_cutsALongList() {
        List<String> there = IntStream.range(0, 100).mapToObj(i -> "column" + i).toList();

        assertTrue(Names.suggest("q", there).endsWith("column29 and 70 more."));
    }
}
