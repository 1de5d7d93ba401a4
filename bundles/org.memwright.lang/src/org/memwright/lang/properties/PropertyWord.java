/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

import java.util.List;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Dimension;

/**
 * A property that a declaration may have.
 *
 * @param owner what has it
 * @param dimension of a quantity; {@link Dimension#NUMBER} for what has none
 * @param min the least value, in base units
 * @param max the greatest value, in base units
 * @param choices the words allowed, of a {@link PropertyType#CHOICE}
 * @param kinds the kinds of mechanism allowed, of a {@link PropertyType#MECHANISM}
 * @param required an owner without it cannot be run
 * @param byDefault what is taken where it is left out, as one would write or say it; empty where it is required
 * @param doc what it means, in one sentence
 * @param example the property as one writes it
 */
public record PropertyWord(
        PropertyOwner owner,
        String name,
        PropertyType type,
        Dimension dimension,
        double min,
        double max,
        List<String> choices,
        List<MechanismKind> kinds,
        boolean required,
        String byDefault,
        String doc,
        String example) {
    public PropertyWord {
        choices = List.copyOf(choices);
        kinds = List.copyOf(kinds);
    }

    /** What is expected after the name, for a message. */
    public String expected() {
        return switch (type) {
            case QUANTITY -> dimension.describe();
            case COUNT -> "a whole number (such as " + example.substring(example.indexOf(' ') + 1) + ")";
            case PRECISION -> "a number format (such as fp16)";
            case CHOICE -> "one of " + String.join(", ", choices);
            case FLAG -> "nothing, the word stands alone";
            case MECHANISM ->
                withArticle(kinds.getFirst().label()) + " (such as " + example.substring(example.indexOf(' ') + 1)
                        + ")";
            case COUNT_OR_SOURCE ->
                "a whole number, or from and a workload source (such as requests from csv(\"trace.csv\"))";
        };
    }

    private static String withArticle(String label) {
        return ("aeio".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
    }
}
