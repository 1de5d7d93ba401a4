/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import com.google.inject.Singleton;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.memwright.model.Declaration;
import org.memwright.model.Module;

/** What a file offers to others: its declarations. Parts of a declaration are found through it. */
@Singleton
public class DeclarationDescriptions extends DefaultResourceDescriptionStrategy {
    @Override
    public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
        if (object instanceof Declaration) {
            super.createEObjectDescriptions(object, acceptor);
        }
        return object instanceof Module;
    }
}
