/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.DefaultEcoreElementFactory;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;

/** Makes the model as it is parsed. A part that there is one of is not replaced by a second one, which would have no place. */
public class OnceFactory extends DefaultEcoreElementFactory {
    @Override
    public void set(
            EObject owner, String feature, @Nullable Object value, @Nullable String rule, @Nullable INode node) {
        boolean second = value instanceof EObject
                && owner.eClass().getEStructuralFeature(feature) instanceof EReference reference
                && reference.isContainment()
                && owner.eGet(reference) != null;
        if (second) {
            throw new ValueConverterException(LangIssue.CLAUSE_TWICE.text(feature), node, null);
        }
        super.set(owner, feature, value, rule, node);
    }
}
