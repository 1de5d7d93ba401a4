/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.lang.Designs;
import org.memwright.lang.Finding;

class PropertiesTest {
    static List<PropertyWord> all() {
        return Properties.all();
    }

    /** The words that a design needs so that the property may stand in it; what is missing besides is not the question. */
    private static String design(PropertyWord word) {
        return switch (word.owner()) {
            case HARDWARE -> "hardware H { " + word.example() + " }";
            case COMPUTE -> "hardware H { compute gpu { peak fp16 1 TFLOP/s  " + word.example() + " } }";
            case TIER -> "hardware H { tier hbm { " + word.example() + " } }";
            case MATRIX, PREFILL, DECODE, VECTOR, ALL_REDUCE, HOST ->
                "hardware H { compute gpu { peak fp16 1 TFLOP/s } calibrate gpu "
                        + word.owner().kernel().orElseThrow().word() + " bf16 { " + word.example() + " } }";
            case LINK -> "hardware H { tier a { } tier c { } link l : a <-> c { " + word.example() + " } }";
            case MODEL -> "model M { " + word.example() + " }";
            case WORKLOAD -> "workload W1 { " + word.example() + " }";
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void example_isValid(PropertyWord word) {
        List<Finding> wrong = Designs.project(design(word)).findings().stream()
                .filter(finding -> finding.code().startsWith("PROPERTY_")
                                && !finding.code().equals("PROPERTY_MISSING")
                        || finding.code().startsWith("MECHANISM_")
                        || finding.code().startsWith("ARGUMENT_")
                        || finding.code().equals("SYNTAX"))
                .toList();

        assertEquals("", Designs.lines(wrong));
        assertTrue(word.example().startsWith(word.name()), word.example());
    }

    @ParameterizedTest
    @MethodSource("all")
    void word_isDocumented(PropertyWord word) {
        assertTrue(word.doc().endsWith("."), word.doc());
        assertEquals(word.required(), word.byDefault().isEmpty(), word.name());
        assertFalse(word.expected().isEmpty());
        assertEquals(word, Properties.find(word.owner(), word.name()).orElseThrow());
    }
}
