/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.report.Shootout;

class ProfileSchemaTest {
    private static Schema schema() throws IOException, JsonFailure {
        try (InputStream in = ProfileJson.class.getResourceAsStream("profile.schema.json")) {
            assertNotNull(in);
            return new Schema(JsonNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void schema_describesEveryKeyThatIsWritten() throws IOException, JsonFailure {
        String text = ProfileJson.text(List.of(new Shootout()
                .requests(40)
                .seeds(2)
                .rates("4 /s", "20 /s")
                .column("Broken", 0, 1)
                .profile(1)));
        assertEquals(List.of(), schema().check(JsonNode.parse(text)));
    }

    @Test
    void schema_refusesAWrongUnitAndAnUnknownKey() throws IOException, JsonFailure {
        String text = ProfileJson.text(List.of(new Shootout().requests(5).profile(1)));
        String wrong = text.replace("\"better\": \"higher\"", "\"better\": \"later\", \"colour\": \"red\"");
        assertEquals(
                List.of(
                        "experiments[0].runs[0].measures[0].better 'later' is none of the choices",
                        "experiments[0].runs[0].measures[0] has an undeclared colour"),
                schema().check(JsonNode.parse(wrong)).subList(0, 2));
    }
}
