/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.task.Runs;
import org.memwright.runtime.RunFailure;

/** Broken recordings are refused with the place and what would be right. */
final class TranscriptErrorsTest {
    private static final String SOUND = """
            {"step": "a", "title": "First"}
            {"step": "b", "title": "Second", "after": ["a"]}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run.jsonl");
    }

    private String failure(String text) throws Exception {
        Files.writeString(file, text);
        return failure();
    }

    private String failure() {
        String message = assertThrows(RunFailure.class, () -> TranscriptFile.read(file, Optional.empty()))
                .getMessage();
        assertTrue(message.contains("run.jsonl"), message);
        return message;
    }

    private static void assertContains(String expected, String message) {
        assertTrue(message.contains(expected), () -> "'" + expected + "' is not in: " + message);
    }

    @Test
    void brokenJson_isNamedWithLineAndColumn() throws Exception {
        assertContains("run.jsonl:3:", failure(SOUND + "{\"turn\": \"a\" \"text\": \"x\"}\n"));
        assertContains("is not JSON", failure("{\"step\": \"a\"\n"));
        assertContains("run.jsonl:1:", failure("{\"step\": 'a'}"));
        assertContains("must be a JSON object", failure("[1, 2]"));
        assertContains("run.jsonl:1:", failure("{\"step\": \"a\"} {\"step\": \"b\"}"));
    }

    @Test
    void wrongEncoding_isNamedWithItsByte() throws Exception {
        Files.write(file, ("{\"step\": \"a\"}\n{\"step\": \"caf\u00e9\"}\n").getBytes(StandardCharsets.ISO_8859_1));
        String message = failure();
        assertContains("run.jsonl:2:14: the byte 0xe9 is not UTF-8", message);
    }

    @Test
    void cutCharacter_isNamedToo() throws Exception {
        byte[] whole = "{\"step\": \"\u00e9".getBytes(StandardCharsets.UTF_8);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertContains("is not UTF-8", failure());
    }

    @Test
    void missingFile_andFolder_areNamed() throws Exception {
        assertContains("there is no file", failure());
        Files.createDirectory(file);
        assertContains("cannot be read", failure());
    }

    @Test
    void circle_isNamedWithItsPath() throws Exception {
        String message = failure("""
                {"step": "a", "after": ["c"]}
                {"step": "b", "after": ["a"]}
                {"step": "c", "uses": ["b"]}
                """);
        assertContains("waits for itself: a -> c -> b -> a", message);
    }

    /** A step below another one waits for what waits for that: the outer one is done last. */
    @Test
    void circle_throughTheTreeIsFound() throws Exception {
        String message = failure("""
                {"step": "a"}
                {"step": "a.x", "after": ["b"]}
                {"step": "b", "after": ["a"]}
                """);
        assertContains("waits for itself: ", message);
        assertContains("a.x -> b", message);
    }

    @Test
    void wrongMembers_areExplained() throws Exception {
        assertContains("\"after\": there is no step 'z'", failure("{\"step\": \"a\", \"after\": [\"z\"]}"));
        assertContains("declared twice", failure("{\"step\": \"a\"}\n{\"step\": \"a\"}"));
        assertContains("there is no step 'a' around it", failure("{\"step\": \"a.b\"}"));
        assertContains("there is no such key", failure("{\"step\": \"a\", \"titel\": \"x\"}"));
        assertContains("there is no step 'c'; there are a, b", failure(SOUND + "{\"turn\": \"c\"}"));
        assertContains("must be a text in quotes", failure("{\"step\": \"a\", \"title\": 7}"));
        assertContains("must be a list", failure("{\"step\": \"a\", \"after\": \"b\"}"));
        assertContains("must be a number of at least 0", failure(SOUND + "{\"turn\": \"a\", \"seconds\": -1}"));
        assertContains(
                "gives no outputs", failure(SOUND + "{\"turn\": \"a\", \"failed\": \"x\", \"out\": {\"o\": \"1\"}}"));
        assertContains("neither a task, step, turn nor replace", failure("{\"hello\": 1}"));
        assertContains("must be a name", failure("{\"step\": \"a b\"}"));
        assertContains("has no steps", failure("\n"));
    }

    @Test
    void missingTurn_isSaidWhenItIsWanted() throws Exception {
        Files.writeString(file, SOUND + "{\"turn\": \"a\", \"text\": \"x\"}\n");
        RunFailure failure = assertThrows(RunFailure.class, () -> Runs.run(folder, """
                memory Transcript for task { store log : text() on prompt : all(log) }
                workload Work { steps from transcript("run.jsonl") }
                experiment E { workload Work compare Transcript measure saved }
                """));
        assertContains("has no turn of step b", failure.getMessage());
    }

    @Test
    void recordedOrder_isFollowed() throws Exception {
        Files.writeString(file, """
                \uFEFF{"step": "a"}
                {"step": "b"}
                {"turn": "b", "text": "x"}
                {"turn": "a", "text": "y", "needs": ["x", "zebra"]}
                """);
        Runs.Result result = Runs.run(folder, """
                memory Transcript for task { store log : text() on prompt : all(log) }
                workload Work { steps from transcript("run.jsonl") }
                experiment E { workload Work compare Transcript measure saved }
                """).get("Transcript");
        assertEquals(java.util.List.of("b attempt 1", "a attempt 1"), result.turns);
        assertEquals(2, result.measure("needed(facts)"));
        assertEquals(1, result.measure("needed(missing)"));
    }
}
