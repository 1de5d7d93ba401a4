/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.Map;
import java.util.Properties;

/**
 * Takes the language model of runs from the environment: {@code MEMWRIGHT_LLM_URL}, {@code MEMWRIGHT_LLM_MODEL} and {@code
 * MEMWRIGHT_LLM_KEY}, so that a key stands in no command. A property that is set already, such as {@code memwright.llm.url}, stays.
 */
final class LanguageModel {
    private static final Map<String, String> VARIABLES = Map.of(
            "MEMWRIGHT_LLM_URL", "memwright.llm.url",
            "MEMWRIGHT_LLM_MODEL", "memwright.llm.model",
            "MEMWRIGHT_LLM_KEY", "memwright.llm.key");

    private LanguageModel() {}

    static void take(Map<String, String> environment, Properties properties) {
        VARIABLES.forEach((variable, property) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                properties.putIfAbsent(property, value);
            }
        });
    }
}
