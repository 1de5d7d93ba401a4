/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;

/** Chunks, words, times and several granularities over two sessions of four turns. */
final class GranularityTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("chat.json"), """
                {"session_1_date_time": "1:00 pm on 3 May, 2023",
                 "session_1": [
                   {"speaker": "Ann", "dia_id": "D1:1", "text": "The choir sings Bach this evening."},
                   {"speaker": "Bob", "dia_id": "D1:2", "text": "Bach with the choir, how lovely."},
                   {"speaker": "Ann", "dia_id": "D1:3", "text": "Our boiler leaks water again."},
                   {"speaker": "Bob", "dia_id": "D1:4", "text": "A leaking boiler needs a plumber."}],
                 "session_2_date_time": "1:00 pm on 3 August, 2023",
                 "session_2": [
                   {"speaker": "Ann", "dia_id": "D2:1", "text": "The choir sings Brahms tonight."},
                   {"speaker": "Bob", "dia_id": "D2:2", "text": "I bought a telescope."}],
                 "qa": [{"question": "What did the choir sing in August 2023?", "evidence": ["D2:1"], "category": 2}]}
                """);
    }

    private Runs.Result run(String memory) throws RunFailure {
        return Runs.run(folder, memory + """

                workload Chat { dialogue from locomo("chat.json") }
                experiment Try { workload Chat compare M measure recall(1) }
                """).get("M");
    }

    /** Six turns in chunks: two sessions; pairs; and by topic the choir, the boiler and the two turns of the second session. */
    @Test
    void chunk_joinsWhatBelongsTogether() throws Exception {
        String memory = """
                memory M for agent {
                  store turns  : text()
                  store chunks : text()
                  on write(turn)   : turns.add(turn)
                  on session_end   : chunk(turns.session, by: %s) |> chunks.add()
                  on recall(query) : chunks.lexical("telescope", k: 1)
                }""";
        assertEquals(6 + 2, run(memory.replace("%s", "session")).measure("stored(items)"));
        assertEquals(6 + 3, run(memory.replace("%s", "size, size: 2")).measure("stored(items)"));
        assertEquals(6 + 3, run(memory.replace("%s", "topic")).measure("stored(items)"));
        // the telescope is of the turn after the evidence; their chunk brings both
        assertEquals(1, run(memory.replace("%s", "session")).measure("recall(5)"));
    }

    @Test
    void timed_prefersTheTimeOfTheQuestion() throws Exception {
        String memory = """
                memory M for agent {
                  store turns : text()
                  on write(turn)   : turns.add(turn)
                  on recall(query) : turns.lexical(query, k: 6)%s |> top(1)
                }""";
        assertEquals(1, run(memory.replace("%s", " |> timed(by: 10)")).measure("recall(1)"));
    }

    @Test
    void keywords_areWritten() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store turns : text()
                  store words : text()
                  on write(turn)   : turns.add(turn)
                  on session_end   : keywords(turns.session, k: 2) |> words.merge()
                  on recall(query) : words.lexical("telescope", k: 1)
                }""");
        // boiler and choir, twice each and longer than Bach and leak; then telescope and tonight, once each and the
        // longest
        assertEquals(6 + 4, result.measure("stored(items)"));
        assertEquals(1, result.measure("recall(10)"));
    }

    @Test
    void route_weighsTurnsAndSessions() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store turns    : text()
                  store sessions : text()
                  on write(turn)   : turns.add(turn)
                  on session_end   : chunk(turns.session) |> sessions.add()
                  on recall(query) : route(turns.lexical(query, k: 6), sessions.lexical("Brahms", k: 2)) |> top(1)
                }""");
        assertEquals(1, result.measure("recall(1)"));
    }

    @Test
    void modelWithoutEndpoint_isExplained() {
        RunFailure failure = org.junit.jupiter.api.Assertions.assertThrows(RunFailure.class, () -> run("""
                memory M for agent {
                  store turns : text()
                  on write(turn)   : turns.add(turn)
                  on session_end   : summarise(turns.session, by: model) |> turns.add()
                  on recall(query) : turns.recent(k: 1)
                }"""));
        assertTrue(failure.getMessage().contains("memwright.llm.url"), failure::getMessage);
    }
}
