/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.List;
import java.util.Map;
import org.memwright.hardware.Precision;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.model.Expression;
import org.memwright.model.Model;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * A model with all that it inherits. A property replaces the inherited one of its name.
 *
 * @param declaration the model itself
 * @param properties by name, in the order in which they first appear
 */
public record WholeModel(Model declaration, Map<String, Property> properties) {
    public static WholeModel of(Model model) {
        return new WholeModel(
                model, Lineage.merge(Lineage.of(model, Model::getParent), Model::getProperties, Property::getName));
    }

    /** Whether all that it extends is known. */
    public boolean isComplete() {
        Model furthest = Lineage.of(declaration, Model::getParent).getFirst();
        return furthest.getParent() == null || !furthest.getParent().eIsProxy();
    }

    /**
     * The shape that the properties describe, with the defaults of what is left out: as many {@code kv_heads} as {@code
     * heads}, {@code head_dim} = {@code hidden} / {@code heads}, {@code weights} in fp16, an {@code embedding} as wide as
     * {@code hidden}, no experts, no table of positions, RMS norms.
     *
     * @throws EvaluationFailure where a required property is missing or properties do not go together
     */
    public TransformerShape shape() {
        int hidden = count("hidden");
        int heads = count("heads");
        int headDim = has("head_dim") ? count("head_dim") : hidden / Math.max(1, heads);
        int experts = count("experts", 0);
        int ffn = experts > 0 && has("expert_ffn") ? count("expert_ffn") : count("ffn");
        try {
            return new TransformerShape(
                    String.valueOf(new QualifiedNames().getFullyQualifiedName(declaration)),
                    count("layers"),
                    hidden,
                    heads,
                    count("kv_heads", heads),
                    headDim,
                    ffn,
                    has("gated"),
                    count("vocab"),
                    count("context"),
                    precision(),
                    experts,
                    count("active", experts == 0 ? 0 : 1),
                    count("positions", 0),
                    count("embedding", hidden),
                    has("tied"),
                    has("biased"),
                    has("qkv_biased"),
                    has("qk_norm"),
                    word("norm", "rms").equals("layer"));
        } catch (IllegalArgumentException disagree) {
            throw new EvaluationFailure(declaration, LangIssue.SHAPE_IMPOSSIBLE, String.valueOf(disagree.getMessage()));
        }
    }

    private boolean has(String property) {
        return properties.containsKey(property);
    }

    private int count(String name, int otherwise) {
        return has(name) ? count(name) : otherwise;
    }

    private int count(String name) {
        Property property = properties.get(name);
        if (property == null || property.getValue() == null) {
            throw new EvaluationFailure(
                    property == null ? declaration : property,
                    LangIssue.PROPERTY_MISSING,
                    List.of(name),
                    "Model",
                    declaration.getName(),
                    name,
                    Properties.find(PropertyOwner.MODEL, name)
                            .map(PropertyWord::example)
                            .orElse(name));
        }
        return count(property.getValue());
    }

    /** A whole number, of tokens or of anything else. */
    private static int count(Expression value) {
        Quantity quantity = Evaluator.constant().quantity(value);
        boolean counts = quantity.dimension().equals(Dimension.NUMBER)
                || quantity.dimension().equals(Dimension.TOKENS);
        double base = quantity.base();
        if (!counts || base != Math.rint(base) || base < 0 || base > Integer.MAX_VALUE) {
            throw new EvaluationFailure(value, LangIssue.NOT_A_COUNT, Positions.text(value), 0, Integer.MAX_VALUE);
        }
        return (int) base;
    }

    private Precision precision() {
        Property written = properties.get("weights");
        String word = word("weights", Precision.FP16.word());
        return Precision.of(word)
                .orElseThrow(() -> new EvaluationFailure(
                        written == null ? declaration : written,
                        LangIssue.PRECISION_UNKNOWN,
                        word,
                        Nearest.question(Nearest.to(word, Precisions.words())),
                        Precisions.list()));
    }

    private String word(String name, String otherwise) {
        Property property = properties.get(name);
        return property != null && property.getValue() instanceof Reference reference ? reference.getName() : otherwise;
    }
}
