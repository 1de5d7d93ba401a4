/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.model.Property;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/** Quantities among the properties of one owner, in base units, noting which were left out. */
final class PropertyReader {
    private final PropertyOwner owner;
    private final String name;
    private final Map<String, Property> properties;
    private final Problems problems;
    private final Set<String> defaults;

    /**
     * @param name of the owner, as the list of defaults calls it, such as {@code A100_80G.hbm}
     * @param defaults gets {@code name = value} for what is left out
     */
    PropertyReader(
            PropertyOwner owner,
            String name,
            Map<String, Property> properties,
            Problems problems,
            Set<String> defaults) {
        this.owner = owner;
        this.name = name;
        this.properties = properties;
        this.problems = problems;
        this.defaults = defaults;
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** The value where it is written, otherwise the default, noted with the words of the vocabulary. */
    double number(String property, Dimension dimension, double byDefault) {
        if (!has(property)) {
            Properties.find(owner, property)
                    .ifPresent(word -> defaults.add(name + "." + property + " = " + word.byDefault()));
        }
        return silently(property, dimension, byDefault);
    }

    /** The value where it is written, otherwise the default, which goes without saying. */
    double silently(String property, Dimension dimension, double byDefault) {
        Property written = properties.get(property);
        @Nullable
        Quantity quantity = written == null || written.getValue() == null
                ? null
                : problems.quantity(written.getValue(), Evaluator.constant());
        if (written == null || quantity == null) {
            return byDefault;
        }
        if (!quantity.dimension().equals(dimension)) {
            problems.add(
                    CompileIssue.WRONG_PROPERTY,
                    written,
                    property,
                    owner.label(),
                    name,
                    quantity,
                    dimension.describe());
            return byDefault;
        }
        return quantity.base();
    }
}
