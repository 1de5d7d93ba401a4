/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;

/** Small dialogues whose outcome is counted by hand. */
final class AgentEngineTest {
    private static final String DIALOGUE = """
            {"speaker_a": "Ann", "speaker_b": "Bob",
             "session_1_date_time": "1:00 pm on 1 May, 2023",
             "session_1": [
               {"speaker": "Ann", "dia_id": "D1:1", "text": "I adopted a puppy called Rex."},
               {"speaker": "Bob", "dia_id": "D1:2", "text": "My car broke down on the motorway."}],
             "session_2_date_time": "1:00 pm on 1 November, 2023",
             "session_2": [
               {"speaker": "Ann", "dia_id": "D2:1", "text": "The weather is lovely today."},
               {"speaker": "Bob", "dia_id": "D2:2", "text": "I am learning the violin."}],
             "qa": [
               {"question": "What is the puppy called?", "evidence": ["D1:1"], "category": 4},
               {"question": "Which instrument is Bob learning?", "evidence": ["D2:2"], "category": 4},
               {"question": "Whose motorway trip failed?", "evidence": ["D1:2", "D9:9"], "category": 4},
               {"question": "Who?", "evidence": [], "category": 5}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("chat.json"), DIALOGUE);
    }

    private Runs.Result run(String memory) throws RunFailure {
        return Runs.run(folder, memory + """

                workload Chat { dialogue from locomo("chat.json") }
                experiment Try { workload Chat compare M measure recall(1), recall_latency(p50) }
                """).get("M");
    }

    /** The last two turns: of three judged questions, one has its evidence first; nothing has it second. */
    @Test
    void recent_recallsTheLastTurns() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store log : text()
                  on write(turn)   : log.add(turn)
                  on recall(query) : log.recent(k: 2)
                }""");
        assertEquals(3, result.measure("questions"));
        assertEquals(4, result.measure("writes"));
        assertEquals(1.0 / 3, result.measure("recall(1)"), 1e-12);
        assertEquals(1.0 / 3, result.measure("recall(5)"), 1e-12);
        assertEquals(1.0 / 3, result.measure("mrr"), 1e-12);
        assertEquals(4, result.measure("stored(items)"));
    }

    /** A variable of an event stands for what happens, also where an action has its name. */
    @Test
    void variable_mayBeCalledLikeAnAction() throws Exception {
        for (String write : List.of("log.add(recent)", "recent |> log.add()")) {
            Runs.Result result = run("""
                    memory M for agent {
                      store log : text()
                      on write(recent)  : %s
                      on recall(recent) : log.lexical(recent, k: 2)
                    }""".replace("%s", write));

            assertEquals(4, result.measure("stored(items)"), write);
            assertEquals(1, result.measure("recall(5)"), write);
        }
    }

    /** Each question shares a rare word with its evidence alone. */
    @Test
    void lexical_findsSharedWords() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store log : text()
                  on write(turn)   : log.add(turn)
                  on recall(query) : log.lexical(query, k: 5)
                }""");
        assertEquals(1, result.measure("recall(1)"));
        assertEquals(1, result.measure("coverage(1)"));
        assertEquals(1, result.measure("ndcg(1)"), 1e-12);
    }

    /** After 184 days at strength 1, exp(-184 / 30) is 0.002: the two turns of May are forgotten, and questions needed both. */
    @Test
    void where_forgetsAfterEbbinghaus() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store log : text()
                  on write(turn)   : log.add(turn, strength: 1)
                  on recall(query) : log.lexical(query, k: 5) |> reinforce(by: 1)
                  keep log         : where(exp(-age / (strength * 30 d)) > 0.05)
                }""");
        assertEquals(2, result.measure("forgotten"));
        assertEquals(2, result.measure("stored(items)"));
        assertEquals(1.0 / 3, result.measure("recall(5)"), 1e-12);
        assertEquals(0, result.measure("forgetting_precision"), 1e-12);
    }

    /** A memory that begins seven times as strong still knows after half a year: exp(-184 / 210) is 0.42. */
    @Test
    void where_keepsWhatIsStrong() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store log : text()
                  on write(turn)   : log.add(turn, strength: 7)
                  on recall(query) : log.lexical(query, k: 5)
                  keep log         : where(exp(-age / (strength * 30 d)) > 0.05)
                }""");
        assertEquals(0, result.measure("forgotten"));
        assertEquals(1, result.measure("recall(5)"));
    }

    @Test
    void summaries_growAProfile() throws Exception {
        Runs.Result result = run("""
                memory M for agent {
                  store events  : vectors(embed: hash) in dram
                  store profile : text()
                  on write(turn)   : events.add(turn)
                  on session_end   : summarise(events.session, sentences: 1) |> profile.merge()
                  on recall(query) : events.nearest(query, k: 1) |> with(profile)
                }""");
        assertEquals(4 + 2, result.measure("stored(items)"));
        assertTrue(result.measure("recall(5)") >= result.measure("recall(1)"));
        assertTrue(result.log().stream().anyMatch(l -> l.contains("extractive")));
    }

    @Test
    void run_twice_givesTheSame() throws Exception {
        String memory = """
                memory M for agent {
                  store events  : vectors(embed: hash) in dram
                  store profile : text()
                  on write(turn)    : events.add(turn, distinct: 90%)
                  on session_end    : summarise(events.session) |> profile.merge()
                  on recall(query)  : events.hybrid(query) |> spread(reach: 1) |> mentioned(by: 1) |> top(3) |> reinforce(by: 1) |> with(profile)
                  keep events       : top(3, by: strength)
                }""";
        assertEquals(run(memory).log(), run(memory).log());
    }

    @Test
    void missingFile_isSaid() {
        RunFailure failure = org.junit.jupiter.api.Assertions.assertThrows(
                RunFailure.class, () -> Runs.run(folder.resolve("none"), """
                        memory M for agent { store log : text()  on write(turn) : log.add(turn)  on recall(query) : log.recent(k: 2) }
                        workload Chat { dialogue from locomo("absent/chat.json") }
                        experiment Try { workload Chat compare M measure mrr }
                        """));
        assertTrue(String.valueOf(failure.getMessage()).contains("there is no file or folder"), failure::getMessage);
    }

    @Test
    void snippetsOfTheLanguage_areSound() {
        assertEquals(List.of(), Runs.findings("""
                memory MemoryBank for agent {
                  store events  : vectors(embed: minilm) in dram
                  store profile : text()
                  on write(turn)    : events.add(turn, strength: 1)
                  on session_end    : summarise(events.session) |> profile.merge()
                  on recall(query)  : events.nearest(query, k: 6) |> reinforce(by: 1) |> with(profile)
                  keep events       : where(exp(-age / (strength * 30 d)) > 0.05)
                }
                memory HippoRAG for agent {
                  store passages : vectors(embed: minilm) in dram
                  store graph    : triples(extract: openie) in dram
                  on write(passage) : passages.add(passage), graph.add(triples(passage)), graph.link(synonyms(threshold: 0.8))
                  on recall(query)  : entities(query) |> graph.pagerank(damping: 0.5) |> rank(passages, k: 5)
                }
                """));
    }

    @Test
    void wrongPrograms_areRefusedWhereTheyAreWritten() {
        Map<String, String> wrong = Map.of(
                "on write(turn) : lag.add(turn)", "STORE_UNKNOWN",
                "on write(turn) : log.ad(turn)", "MECHANISM_UNKNOWN",
                "on write(turn) : log.add(tern)", "MECHANISM_UNKNOWN",
                "keep log : where(exp(-age) > 0.05)", "FORMULA_WRONG",
                "keep log : where(strenth > 1)", "FORMULA_NAME",
                "on recall(query) : log.recent(k: 2 d)", "ARGUMENT_WRONG");
        wrong.forEach((line, code) -> {
            List<String> findings = Runs.findings("memory M for agent { store log : text()  " + line + " }");
            assertFalse(findings.isEmpty(), line);
            assertTrue(findings.getFirst().contains(code), () -> line + " gives " + findings);
        });
    }

    @Test
    void mechanisms_nameTheirSource() {
        Runs.VOCABULARY.mechanisms().stream()
                .filter(m -> m.engines().contains("agent"))
                .forEach(m -> {
                    assertFalse(m.source().isBlank(), m.name());
                    assertFalse(m.doc().isBlank(), m.name());
                });
    }
}
