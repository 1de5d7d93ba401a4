/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.memwright.runtime.plan.SourcePosition;

/** Where parts of a model stand in their file, and how they are written there. */
public final class Positions {
    private Positions() {}

    /** The place where a part begins; {@link SourcePosition#NONE} for what was not parsed. */
    public static SourcePosition of(EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        if (node == null || part.eResource() == null) {
            return SourcePosition.NONE;
        }
        LineAndColumn place = NodeModelUtils.getLineAndColumn(node, node.getOffset());
        URI file = part.eResource().getURI();
        return new SourcePosition(
                file.isFile() ? file.toFileString() : file.toString(), place.getLine(), place.getColumn());
    }

    /** A part as it is written, without the comments and white space around it; empty for what was not parsed. */
    public static String text(EObject part) {
        INode node = NodeModelUtils.findActualNodeFor(part);
        return node == null ? "" : NodeModelUtils.getTokenText(node);
    }
}
