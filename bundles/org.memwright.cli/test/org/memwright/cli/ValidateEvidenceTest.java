/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the evidence of dialogues and passages is recalled. */
class ValidateEvidenceTest {
    private static final String DIALOGUE = """
            {"session_1_date_time": "1:00 pm on 3 May, 2023",
             "session_1": [
               {"speaker": "Ann", "dia_id": "D1:1", "text": "The choir sings %s this evening."},
               {"speaker": "Bob", "dia_id": "D1:2", "text": "I bought a telescope."}],
             "qa": [{"question": "What does the choir sing?", "evidence": ["D1:1"], "category": 1},
                    {"question": "Xylophone zither?", "evidence": [], "category": 1}]}
            """;

    @TempDir
    Path folder;

    /** Two dialogues with one judged question each, whose turn shares terms with it: found by all settings, the first is taken. */
    @Test
    void validate_judgesADialogueWithWhatTheOthersChose() {
        Called.write(folder.resolve("a.json"), DIALOGUE.replace("%s", "Bach"));
        Called.write(folder.resolve("b.json"), DIALOGUE.replace("%s", "Brahms"));

        Called called = Called.with("validate", folder, "--format", "csv");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().contains("any evidence among the first 5,,1,"), called::toString);
        Called table = Called.with("validate", folder);
        assertTrue(
                table.out().contains("a.json: dense 35%, reach 1, speaker 0.25, chosen on the others; 1 and 1 of 1"),
                table::toString);
    }

    /** One question whose two passages are joined by a name that the question does not say: both are reached by the graph. */
    @Test
    void validate_ranksPassagesByTheGraph() {
        Called.write(folder.resolve("hops.json"), """
                [{"question": "Who leads the town where Alda Moor was born?", "paragraphs": [
                   {"title": "Alda Moor", "paragraph_text": "Alda Moor was born in Quell.", "is_supporting": true},
                   {"title": "Quell", "paragraph_text": "Quell is led by Rona Vale.", "is_supporting": true}]}]
                """);
        Called.write(folder.resolve("hops_corpus.json"), """
                [{"title": "Alda Moor", "text": "Alda Moor was born in Quell."},
                 {"title": "Quell", "text": "Quell is led by Rona Vale."},
                 {"title": "Orn", "text": "Orn is a river in Lund."}]
                """);

        Called called = Called.with("validate", folder, "--format", "csv");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().contains("share of the evidence among the first 5,,1,"), called::toString);
        assertTrue(called.out().contains("the first 5 by terms alone,,0.5,"), called::toString);
    }
}
