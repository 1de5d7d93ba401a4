/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The smallest thing that an edit does to the model: a value set, an element added to a list, an element removed from one. */
public sealed interface Change permits SetValue, AddElement, RemoveElement {
    /** What changes. */
    EObject owner();

    /** Which of its features changes. */
    EStructuralFeature feature();

    /** Makes the change. */
    void apply();

    /** Takes the change back, where it was the last one made. */
    void revert();
}
