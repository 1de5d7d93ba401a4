/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LanguageModelTest {
    @Test
    void environment_namesTheModelUnlessAPropertyDoes() {
        var properties = new Properties();
        properties.setProperty("memwright.llm.model", "mine");

        LanguageModel.take(
                Map.of("MEMWRIGHT_LLM_URL", "http://localhost:1/v1", "MEMWRIGHT_LLM_MODEL", "other", "PATH", "/bin"),
                properties);

        assertEquals(Map.of("memwright.llm.url", "http://localhost:1/v1", "memwright.llm.model", "mine"), properties);
    }
}
