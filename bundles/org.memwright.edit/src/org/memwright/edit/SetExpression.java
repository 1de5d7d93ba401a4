/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.memwright.model.Expression;
import org.memwright.model.ModelPackage;
import org.memwright.model.Parameter;
import org.memwright.model.Store;

/** Writes another expression: the value of a parameter or the layout of a store. */
public final class SetExpression extends Edit {
    private final EObject owner;
    private final EReference feature;
    private final Expression expression;
    private final String label;

    /** Says what a store holds and how. */
    public SetExpression(Store store, Expression layout) {
        this(store, ModelPackage.Literals.STORE__LAYOUT, layout, "Set Layout");
    }

    /** Gives a parameter another value. */
    public SetExpression(Parameter parameter, Expression value) {
        this(parameter, ModelPackage.Literals.PARAMETER__VALUE, value, "Set Parameter");
    }

    private SetExpression(EObject owner, EReference feature, Expression expression, String label) {
        this.owner = owner;
        this.feature = feature;
        this.expression = expression;
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        return List.of(new SetValue(owner, feature, expression));
    }
}
