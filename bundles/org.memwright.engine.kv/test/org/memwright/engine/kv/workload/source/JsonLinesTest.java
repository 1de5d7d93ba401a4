/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.SourcePosition;

class JsonLinesTest {
    @TempDir
    Path folder;

    private JsonLines lines(String text) throws IOException, RunFailure {
        Path file = Files.writeString(folder.resolve("t.jsonl"), text);
        return new JsonLines(new TraceFile(file.toString(), SourcePosition.NONE));
    }

    private static List<String> values(JsonLines lines) throws BadRow {
        List<String> values = new ArrayList<>();
        lines.read(
                (name, value) -> {
                    if (!name.equals("a")) {
                        return false;
                    }
                    values.add(lines.number(name, value));
                    return true;
                },
                List.of("a"));
        return values;
    }

    @Test
    void next_takesAnyLineEndAndPassesBlankLines() throws Exception {
        try (JsonLines lines = lines("{\"a\":1}\r\n\r\n  \n{\"a\":2}\r{\"b\":[{}],\"a\":3}")) {
            assertTrue(lines.next());
            assertEquals(List.of("1"), values(lines));
            assertEquals(1, lines.line());
            assertTrue(lines.next());
            assertEquals(List.of("2"), values(lines));
            assertEquals(4, lines.line());
            assertTrue(lines.next());
            assertEquals(List.of("3"), values(lines));
            assertEquals(5, lines.line());
            assertFalse(lines.next());
        }
    }

    @Test
    void next_holdsLinesLongerThanItsBuffer() throws Exception {
        String padding = "x".repeat(100_000);
        var text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            text.append("{\"p\":\"")
                    .append(padding, 0, i * 15_000)
                    .append("\",\"a\":")
                    .append(i)
                    .append("}\n");
        }
        try (JsonLines lines = lines(text.toString())) {
            for (int i = 0; i < 7; i++) {
                assertTrue(lines.next());
                assertEquals(List.of(Integer.toString(i)), values(lines));
            }
            assertFalse(lines.next());
        }
    }

    @Test
    void next_refusesAFileThatIsOneEndlessLine() throws Exception {
        try (JsonLines lines = lines("x".repeat((1 << 24) + 1))) {
            var failure = assertThrows(RunFailure.class, lines::next);
            assertTrue(failure.getMessage().contains(":1:1: the line is longer than 16777216 characters"));
        }
    }

    private BadRow bad(String line) throws Exception {
        try (JsonLines lines = lines(line)) {
            assertTrue(lines.next());
            return assertThrows(BadRow.class, () -> values(lines), line);
        }
    }

    @Test
    void read_saysWhatIsWrongAndWhere() throws Exception {
        assertEquals(
                "the line holds a list, must be a JSON object {...}.",
                bad("[{\"a\":1}]").getMessage());
        assertEquals(
                "the object has no 'a'; There are bb, ab.".replace("There", "did you mean 'ab'? There"),
                bad("{\"bb\":1,\"ab\":2}").getMessage());
        BadRow cut = bad("{\"a\":1,\"b\":[1,2");
        assertEquals(
                "the line ends inside the JSON object, must be a whole one; is the file cut off?", cut.getMessage());
        assertEquals(16, cut.column());
        assertEquals(
                "the line is not valid JSON here, must be one JSON object, its numbers without NaN or Infinity.",
                bad("{\"a\":NaN}").getMessage());
        assertEquals(
                "the name 'a' is there twice, must be there once.",
                bad("{\"a\":1,\"a\":2}").getMessage());
        assertEquals(
                "there is something after the object, must be one JSON object to a line.",
                bad("{\"a\":1}{\"a\":2}").getMessage());
        BadRow list = bad("{ \"b\":0, \"a\":[1]}");
        assertEquals("'a' is a list, must be a number.", list.getMessage());
        assertEquals(10, list.column());
        assertEquals("'a' is null, must be a number.", bad("{\"a\":null}").getMessage());
    }

    @Test
    void read_survivesAnyText() throws Exception {
        // Every prefix of a good line, and the line with each of its characters replaced: bad or good, but never
        // anything else.
        String good = "{\"a\": 12, \"b\": [1, {\"c\": \"\\u00e9\"}], \"d\": null}";
        for (int cut = 1; cut < good.length(); cut++) {
            assertTrue(bad(good.substring(0, cut)).column() >= 1);
        }
        for (int at = 0; at < good.length(); at++) {
            for (char c : "\"{}[]:,\\x0 \u0001".toCharArray()) {
                String changed = good.substring(0, at) + c + good.substring(at + 1);
                try (JsonLines lines = lines(changed)) {
                    assertTrue(lines.next());
                    try {
                        values(lines);
                    } catch (BadRow e) {
                        assertTrue(e.column() >= 1);
                    }
                }
            }
        }
    }
}
