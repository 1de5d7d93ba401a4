/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static String written(String text) throws IOException {
        var out = new StringBuilder();
        new JsonWriter(out).value(text);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "-3, -3",
        "0.1, 0.1",
        "1e10, 10000000000",
        "1e300, 1.0E300",
        "9007199254740992, 9.007199254740992E15",
        "NaN, null",
        "Infinity, 1e999",
        "-Infinity, -1e999",
        "-0.0, -0.0",
        "4.9e-324, 4.9E-324"
    })
    void number_isTheShortestThatReadsBackTheSame(double value, String text) throws JsonFailure {
        assertEquals(text, JsonWriter.number(value));
        assertEquals(
                Double.doubleToLongBits(value),
                Double.doubleToLongBits(JsonNode.parse(text).number()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void number_readsBackTheSameForRandomDoubles(long seed) throws JsonFailure {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double read = JsonNode.parse(JsonWriter.number(value)).number();
            assertTrue(Double.compare(value, read) == 0, value + " and " + read);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" \\ back",
                "line\nbreak\ttab\r",
                "\u0000\u0001\u001f\u007f",
                "</script><!--",
                "\u2028\u2029",
                "caf\u00e9 \u4e2d\u6587",
                "\ud83d\ude00",
                "lone \ud83d half",
                "\ude00"
            })
    void text_readsBackTheSame(String text) throws IOException, JsonFailure {
        String json = written(text);
        assertEquals(text, JsonNode.parse(json).text());
        assertTrue(json.chars().allMatch(c -> c >= ' '), json);
        assertTrue(!json.contains("<"), json);
    }

    @Test
    void text_readsEveryEscape() throws JsonFailure {
        assertEquals(
                "\"\\/\b\f\n\r\tA",
                JsonNode.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"").text());
    }

    @Test
    void writer_keepsSmallThingsOnOneLine() throws IOException {
        var out = new StringBuilder();
        new JsonWriter(out)
                .object()
                .field("a", 1)
                .key("b")
                .array()
                .flatObject()
                .field("c", "d")
                .texts("e", List.of("f", "g"))
                .endObject()
                .value(2.5)
                .endArray()
                .none("h")
                .key("i")
                .object()
                .endObject()
                .endObject()
                .end();
        assertEquals("""
                {
                 "a": 1,
                 "b": [
                  {"c":"d","e":["f","g"]},
                  2.5
                 ],
                 "h": null,
                 "i": {}
                }
                """, out.toString());
    }

    @Test
    void array_ofNumbersKeepsWholeNumbersExact() throws JsonFailure {
        assertArrayEquals(
                new long[] {1, -2, 9007199254740993L},
                JsonNode.parse("[1, -2, 9007199254740993]").wholes());
        assertArrayEquals(
                new double[] {1, Double.NaN, 2.5},
                JsonNode.parse("[1,null,2.5]").numbers());
        assertArrayEquals(new double[0], JsonNode.parse("[]").numbers());
        assertEquals("a", JsonNode.parse("[1, null, 2.5, \"a\"]").list().get(3).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1, column 1: expected a value, found the end",
                "{'a': }|line 1, column 7: expected a value, found '}'",
                "{'a' 1}|line 1, column 6: expected ':', found '1'",
                "{a: 1}|line 1, column 2: expected a key in quotes, found 'a'",
                "[1, 2|line 1, column 6: expected ']', found the end",
                "[1] 2|line 1, column 5: expected nothing more, found '2'",
                "{'a': 1, 'a': 2}|line 1, column 16: expected each key once, not 'a' again, found '}'",
                "'open|line 1, column 6: expected a quote at the end of the text, found the end",
                "[1-2]|line 1, column 2: expected a number, found '1'",
                "nul|line 1, column 1: expected a value, found 'n'",
                "'\\x'|line 1, column 4: expected an escape such as \\n, found '''",
                "'\\u12g4'|line 1, column 4: expected four hexadecimal digits, found '1'",
            },
            quoteCharacter = '`')
    void parse_saysWhereAndWhatIsWrong(String text, String message) {
        String json = text.equals("''") ? "" : text.replace('\'', '"');
        var error = assertThrows(JsonFailure.class, () -> JsonNode.parse(json));
        assertEquals(message.replace("found '''", "found '\"'"), error.getMessage());
    }

    @Test
    void parse_refusesWhatIsNestedTooDeep() {
        var error = assertThrows(JsonFailure.class, () -> JsonNode.parse("[".repeat(100_000)));
        assertTrue(error.getMessage().contains("expected at most 200 levels"), error.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void parse_survivesDamagedTexts(long seed) {
        String text = "{\"a\": [1, 2.5, null, {\"b\": \"c\\u0041\"}], \"d\": true, \"e\": -1e5}";
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            var damaged = new StringBuilder(text);
            for (int j = 0; j <= random.nextInt(3); j++) {
                damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:0.e-\\u n".charAt(random.nextInt(15)));
            }
            try {
                JsonNode.parse(damaged.toString());
            } catch (JsonFailure expected) {
                assertTrue(expected.getMessage().startsWith("line "), expected.getMessage());
            }
        }
    }

    @Test
    void node_namesThePathOfWhatIsWrong() throws JsonFailure {
        JsonNode node = JsonNode.parse("{\"runs\": [{\"seed\": \"x\"}]}");
        JsonNode run = node.get("runs").list().getFirst();
        assertEquals(
                "runs[0].seed is a text, must be a whole number",
                assertThrows(JsonFailure.class, () -> run.get("seed").whole()).getMessage());
        assertEquals(
                "runs[0] has no 'column'",
                assertThrows(JsonFailure.class, () -> run.get("column")).getMessage());
        assertEquals(
                "it is an object, must be a text",
                assertThrows(JsonFailure.class, node::text).getMessage());
    }
}
