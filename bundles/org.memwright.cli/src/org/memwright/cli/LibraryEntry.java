/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Declaration;

/**
 * A declaration of the built-in library.
 *
 * @param text as it stands in its file, with its comments
 */
record LibraryEntry(String packageName, String simpleName, String kind, String text, Declaration declaration) {
    /** The declarations of a name, simple or with its package. */
    static List<LibraryEntry> named(Workspace workspace, String name) {
        return workspace.language().service(Library.class).declarations().stream()
                .filter(d -> d.getName().toString().equals(name)
                        || d.getName().getLastSegment().equals(name))
                .map(d -> of(workspace, d))
                .toList();
    }

    private static LibraryEntry of(Workspace workspace, IEObjectDescription description) {
        var resources = workspace.language().service(XtextResourceSet.class);
        EObject object = EcoreUtil.resolve(description.getEObjectOrProxy(), resources);
        if (!(object instanceof Declaration declaration) || object.eIsProxy()) {
            throw new IllegalStateException(
                    description.getName() + " is in the index of the library and not in its files");
        }
        ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
        return new LibraryEntry(
                description.getName().skipLast(1).toString(),
                description.getName().getLastSegment(),
                description.getEClass().getName().toLowerCase(Locale.ROOT),
                node == null ? "" : node.getText().strip(),
                declaration);
    }
}
