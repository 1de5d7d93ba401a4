/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Scene;

/** Makes the edit part of a scene, an item or an edge. */
public final class PartFactory implements EditPartFactory {
    @Override
    public EditPart createEditPart(EditPart context, Object model) {
        EditPart part = switch (model) {
            case Scene scene -> new ScenePart();
            case Edge edge -> new EdgePart();
            case Item item -> item.kind() == Kind.TASK || item.kind() == Kind.STEP ? new StepPart() : new ItemPart();
            default -> throw new IllegalArgumentException("a diagram has items and edges, not " + model);
        };
        part.setModel(model);
        return part;
    }
}
