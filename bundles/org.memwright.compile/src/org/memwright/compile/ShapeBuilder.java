/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyType;
import org.memwright.model.Model;
import org.memwright.model.Property;
import org.memwright.runtime.plan.TransformerShape;

/** Reads the shape of a transformer from its declaration. */
final class ShapeBuilder {
    /** Left out, they say that a model is of the usual kind, which is no value that anyone assumed. */
    private static final Set<String> UNUSUAL = Set.of("experts", "active", "expert_ffn", "positions", "embedding");

    private ShapeBuilder() {}

    /**
     * The shape, or null where the declaration gives none, which is then reported.
     *
     * @param defaults gets {@code name = value} for what the declaration leaves out
     */
    static @Nullable TransformerShape build(Model model, Problems problems, Set<String> defaults) {
        WholeModel whole = WholeModel.of(model);
        try {
            TransformerShape shape = whole.shape();
            note(model, whole.properties(), shape, defaults);
            return shape;
        } catch (EvaluationFailure failure) {
            problems.add(failure);
            return null;
        }
    }

    private static void note(Model model, Map<String, Property> written, TransformerShape shape, Set<String> defaults) {
        Properties.of(PropertyOwner.MODEL).values().stream()
                .filter(word -> !written.containsKey(word.name())
                        && !word.required()
                        && word.type() != PropertyType.FLAG
                        && !UNUSUAL.contains(word.name()))
                .forEach(word -> {
                    String value = switch (word.name()) {
                        case "kv_heads" -> String.valueOf(shape.kvHeads());
                        case "head_dim" -> String.valueOf(shape.headDim());
                        default -> word.byDefault();
                    };
                    defaults.add(model.getName() + "." + word.name() + " = " + value);
                });
    }
}
