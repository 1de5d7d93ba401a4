/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.runtime.RunFailure;

class RequestTableTest {
    @Test
    void requests_startAtTheEarliestArrivalAndKeepTheOrderOfRowsThatArriveTogether() throws RunFailure {
        // Rows arrive at 70, 50, 70, 50; the prompts number them.
        var table = new RequestTable();
        table.add(70, 1, 10);
        table.add(50, 2, 20);
        table.add(70, 3, 30);
        table.add(50, 4, 40);

        Requests requests = table.requests("t.csv", PromptContent.UNKNOWN, 0, List.of());

        assertArrayEquals(new long[] {0, 0, 20, 20}, requests.arrivalNanos());
        assertArrayEquals(new int[] {2, 4, 1, 3}, requests.promptTokens());
        assertArrayEquals(new int[] {20, 40, 10, 30}, requests.outputTokens());
        assertEquals(50, requests.originNanos());
        assertEquals(
                List.of(
                        "2 of 4 rows of t.csv arrive before the row above them; the requests were put in order of arrival,"
                                + " those that arrive together in order of their rows"),
                requests.notes());
    }

    @Test
    void requests_inOrderAreNotNoted() throws RunFailure {
        var table = new RequestTable();
        table.add(5, 1, 1);
        table.add(5, 2, 1);

        Requests requests = table.requests("t.csv", PromptContent.UNKNOWN, 3, List.of("n"));

        assertEquals(List.of("n"), requests.notes());
        assertEquals(3, requests.skippedRows());
        assertEquals("2 requests of t.csv", requests.description());
        assertEquals(3, requests.totalPromptTokens());
        assertEquals(2, requests.totalOutputTokens());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void requests_areSortedAsTheLibrarySorts(long seed) throws RunFailure {
        var random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(5000);
        long[] arrivals = random.longs(count, 0, 50).toArray();
        var table = new RequestTable();
        for (int i = 0; i < count; i++) {
            table.add(arrivals[i], i + 1, 1);
        }

        Requests requests = table.requests("t", PromptContent.UNKNOWN, 0, List.of());

        int[] expected = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> arrivals[i]))
                .mapToInt(i -> i + 1)
                .toArray();
        assertArrayEquals(expected, requests.promptTokens());
    }

    @Test
    void requests_moreThanACenturyApartAreRefused() {
        var table = new RequestTable();
        table.add(-1, 1, 1);
        table.add(Long.MAX_VALUE, 1, 1);

        var failure = assertThrows(RunFailure.class, () -> table.requests("t", PromptContent.UNKNOWN, 0, List.of()));

        assertTrue(failure.getMessage().contains("more than 100 years apart"), failure.getMessage());
    }

    @Test
    void add_refusesARequestWithoutTokens() {
        var table = new RequestTable();

        assertThrows(IllegalArgumentException.class, () -> table.add(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> table.add(0, 1, RequestTable.MAX_TOKENS + 1));
    }
}
