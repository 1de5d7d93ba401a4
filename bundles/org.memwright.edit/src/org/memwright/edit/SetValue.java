/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** Gives a feature that holds one value another one. */
public final class SetValue implements Change {
    private final EObject owner;
    private final EStructuralFeature feature;
    private final @Nullable Object value;
    private @Nullable Object before;
    private boolean wasSet;

    /** @param value null leaves the feature without a value */
    public SetValue(EObject owner, EStructuralFeature feature, @Nullable Object value) {
        if (feature.isMany()) {
            throw new IllegalArgumentException(
                    feature.getName() + " is a list, a value can be set only where there is one");
        }
        this.owner = owner;
        this.feature = feature;
        this.value = value;
    }

    @Override
    public EObject owner() {
        return owner;
    }

    @Override
    public EStructuralFeature feature() {
        return feature;
    }

    public @Nullable Object value() {
        return value;
    }

    @Override
    public void apply() {
        before = owner.eGet(feature);
        wasSet = owner.eIsSet(feature);
        if (value == null) {
            owner.eUnset(feature);
        } else {
            owner.eSet(feature, value);
        }
    }

    @Override
    public void revert() {
        if (wasSet) {
            owner.eSet(feature, before);
        } else {
            owner.eUnset(feature);
        }
    }
}
