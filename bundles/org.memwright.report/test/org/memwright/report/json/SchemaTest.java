/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That the check of the profile's schema finds what is wrong. */
class SchemaTest {
    private static List<String> check(String schema, String value) throws JsonFailure {
        return new Schema(JsonNode.parse(schema)).check(JsonNode.parse(value));
    }

    @Test
    void check_findsWrongTypesAndKeys() throws JsonFailure {
        String schema = """
                {"type": "object", "additionalProperties": false, "required": ["a", "b"], "properties": {
                  "a": {"type": "array", "items": {"type": ["number", "null"]}},
                  "b": {"$ref": "#/$defs/word"}},
                 "$defs": {"word": {"enum": ["x", "y"]}}}""";
        assertEquals(List.of(), check(schema, "{\"a\": [1, null, 2.5], \"b\": \"y\"}"));
        assertEquals(List.of("a[1] must be another type"), check(schema, "{\"a\": [1, \"z\"], \"b\": \"y\"}"));
        assertEquals(List.of("b 'z' is none of the choices"), check(schema, "{\"a\": [], \"b\": \"z\"}"));
        assertEquals(List.of(" has no b"), check(schema, "{\"a\": []}"));
        assertEquals(List.of(" has an undeclared c"), check(schema, "{\"a\": [], \"b\": \"x\", \"c\": 1}"));
    }

    @Test
    void check_triesEveryChoice() throws JsonFailure {
        String schema = "{\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"integer\", \"minimum\": 2}]}";
        assertEquals(List.of(), check(schema, "null"));
        assertEquals(List.of(), check(schema, "2"));
        assertEquals(List.of(" fits none of the choices"), check(schema, "1"));
    }
}
