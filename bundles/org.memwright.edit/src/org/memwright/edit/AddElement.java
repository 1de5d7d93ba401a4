/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Puts an element into a list: a part into what contains it, or a reference beside others. */
public final class AddElement implements Change {
    private final EObject owner;
    private final EReference feature;
    private final int index;
    private final EObject element;

    /** @param index where the element will be, 0 for the first */
    public AddElement(EObject owner, EReference feature, int index, EObject element) {
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ", must be at least 0");
        }
        this.owner = owner;
        this.feature = feature;
        this.index = index;
        this.element = element;
    }

    /** Puts an element behind the others of a list. */
    public AddElement(EObject owner, EReference feature, EObject element) {
        this(owner, feature, list(owner, feature).size(), element);
    }

    @Override
    public EObject owner() {
        return owner;
    }

    @Override
    public EReference feature() {
        return feature;
    }

    public int index() {
        return index;
    }

    public EObject element() {
        return element;
    }

    @Override
    public void apply() {
        list(owner, feature).add(index, element);
    }

    @Override
    public void revert() {
        list(owner, feature).remove(index);
    }

    @SuppressWarnings("unchecked")
    static EList<EObject> list(EObject owner, EReference feature) {
        return (EList<EObject>) owner.eGet(feature);
    }
}
