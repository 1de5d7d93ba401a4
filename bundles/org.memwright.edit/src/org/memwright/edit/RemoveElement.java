/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Takes an element out of a list. */
public final class RemoveElement implements Change {
    private final EObject owner;
    private final EReference feature;
    private final EObject element;
    private int index;

    public RemoveElement(EObject owner, EReference feature, EObject element) {
        this.owner = owner;
        this.feature = feature;
        this.element = element;
    }

    @Override
    public EObject owner() {
        return owner;
    }

    @Override
    public EReference feature() {
        return feature;
    }

    public EObject element() {
        return element;
    }

    @Override
    public void apply() {
        index = AddElement.list(owner, feature).indexOf(element);
        if (index < 0) {
            throw new IllegalStateException(
                    feature.getName() + " does not hold the element that is to be removed; was it removed before?");
        }
        AddElement.list(owner, feature).remove(index);
    }

    @Override
    public void revert() {
        AddElement.list(owner, feature).add(index, element);
    }
}
