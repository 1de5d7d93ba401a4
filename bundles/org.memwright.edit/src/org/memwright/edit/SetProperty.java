/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.memwright.model.Expression;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;

/** Gives a property of a tier, link, compute unit, hardware, model or workload a value, writing it down where it was left out. */
public final class SetProperty extends Edit {
    private final EObject owner;
    private final String name;
    private final Expression value;

    /**
     * @param name such as {@code capacity}
     * @param value of the property's dimension, which {@code org.memwright.lang.ide.edit.TypedValues} sees to
     */
    public SetProperty(EObject owner, String name, Expression value) {
        this.owner = owner;
        this.name = name;
        this.value = value;
    }

    @Override
    public String label() {
        return "Set " + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).replace('_', ' ');
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        for (Property property : Properties.of(owner)) {
            if (name.equals(property.getName())) {
                return List.of(new SetValue(property, ModelPackage.Literals.PROPERTY__VALUE, value));
            }
        }
        Property added = ModelFactory.eINSTANCE.createProperty();
        added.setName(name);
        added.setValue(value);
        return List.of(new AddElement(owner, Properties.feature(owner), added));
    }
}
