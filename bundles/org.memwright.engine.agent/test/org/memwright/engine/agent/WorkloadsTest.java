/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;

/** Workloads of every source, small enough to count what comes out. */
final class WorkloadsTest {
    private static final String LEXICAL = """
            memory M for agent {
              store log : text()
              on write(turn)   : log.add(turn)
              on recall(query) : log.lexical(query, k: 10)
            }
            """;

    @TempDir
    Path folder;

    private Runs.Result run(String memory, String workload) throws RunFailure {
        return Runs.run(
                        folder,
                        memory + "workload Load { " + workload + " }\n"
                                + "experiment Try { workload Load compare M measure recall(5), staleness }\n")
                .get("M");
    }

    /** 5 persons, 4 facts each, told 3 times with 2 turns of talk: 180 turns; 20 questions, each with two outdated answers. */
    @Test
    void facts_areCounted() throws Exception {
        Runs.Result result = run(LEXICAL, "dialogue facts(persons: 5, updates: 2, distractors: 2)  seed 7");
        assertEquals(5 * 4 * 3 * 3, result.measure("writes"));
        assertEquals(20, result.measure("questions"));
    }

    /** BM25 does not know time: of statements that differ in one word the oldest comes first. Taking the newest cures it. */
    @Test
    void current_recallsWhatHoldsNow() throws Exception {
        String facts = "dialogue facts(persons: 5, updates: 2, distractors: 2)  seed 7";
        Runs.Result plain = run(LEXICAL, facts);
        Runs.Result current = run(LEXICAL.replace("k: 10)", "k: 10) |> current(alike: 60%)"), facts);
        assertEquals(1, plain.measure("staleness"));
        assertEquals(0, current.measure("staleness"));
        assertEquals(1, current.measure("recall(1)"));
    }

    @Test
    void facts_dependOnTheSeed() throws Exception {
        String facts = "dialogue facts(persons: 3)  seed ";
        assertEquals(run(LEXICAL, facts + 1).log(), run(LEXICAL, facts + 1).log());
        assertTrue(!run(LEXICAL, facts + 1).log().equals(run(LEXICAL, facts + 2).log()));
    }

    @Test
    void longMemEval_marksTurns() throws Exception {
        Files.writeString(folder.resolve("lme.json"), """
                [{"question_id": "q1", "question_type": "single-session-user", "question": "Which degree did I take?",
                  "question_date": "2023/05/30 (Tue) 23:40",
                  "haystack_dates": ["2023/05/20 (Sat) 02:21", "2023/05/21 (Sun) 10:00"],
                  "haystack_session_ids": ["s1", "s2"], "answer_session_ids": ["s2"],
                  "haystack_sessions": [
                    [{"role": "user", "content": "What is a good soup?"}, {"role": "assistant", "content": "Leek and potato."}],
                    [{"role": "user", "content": "I took a degree in botany.", "has_answer": true},
                     {"role": "assistant", "content": "How lovely."}]]}]
                """);
        Runs.Result result = run(LEXICAL, "dialogue from longmemeval(\"lme.json\")");
        assertEquals(4, result.measure("writes"));
        assertEquals(1, result.measure("questions"));
        assertEquals(1, result.measure("recall(1)"));
    }

    @Test
    void folder_isReadByParagraph() throws Exception {
        Files.createDirectories(folder.resolve("notes/deep"));
        Files.writeString(folder.resolve("notes/b.md"), "# Bees\n\nHives stand on the roof.\n\nHoney comes in July.\n");
        Files.writeString(folder.resolve("notes/deep/a.txt"), "The boiler is serviced in March.\n");
        Files.writeString(folder.resolve("notes/questions.txt"), """
                ? When does honey come? = b.md:2
                ? Who services the boiler? = deep/a.txt:1
                """);
        Runs.Result result = run(LEXICAL, "documents from folder(\"notes\")");
        assertEquals(3, result.measure("writes"));
        assertEquals(2, result.measure("questions"));
        assertEquals(1, result.measure("recall(1)"));
        Files.writeString(folder.resolve("notes/questions.txt"), "? What? = b.md:9\n");
        RunFailure failure = assertThrows(RunFailure.class, () -> run(LEXICAL, "documents from folder(\"notes\")"));
        assertTrue(failure.getMessage().contains("'b.md:9'"), failure::getMessage);
    }

    @Test
    void memoryBank_asksWithoutJudging() throws Exception {
        Path data = Runs.data().map(d -> d.resolve("memorybank/en")).orElse(folder.resolve("none"));
        assumeTrue(
                Files.isDirectory(data),
                "no data of memorybank: set -Dmemwright.data or MEMWRIGHT_DATA to the folder that has it");
        Runs.Result result = Runs.run(data, LEXICAL + """
                        workload Load { dialogue from memorybank("memory_bank_en.json") }
                        experiment Try { workload Load compare M measure prompt_tokens(mean) }
                        """).get("M");
        assertEquals(2 * 566, result.measure("writes"));
        assertEquals(0, result.measure("questions"));
        assertTrue(result.measure("prompt_tokens(mean)") > 0);
        assertTrue(result.log().stream().anyMatch(l -> l.contains("15 users, 1132 turns, 73 questions")));
    }
}
