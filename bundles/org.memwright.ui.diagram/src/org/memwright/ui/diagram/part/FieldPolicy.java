/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.memwright.ui.diagram.design.Attempt;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Item;

/** Turns what was typed over a figure into an edit. */
final class FieldPolicy extends DirectEditPolicy {
    @Override
    protected Command getDirectEditCommand(DirectEditRequest request) {
        Diagram diagram = (Diagram) getHost().getViewer().getProperty(Diagram.KEY);
        EObject element = switch (getHost().getModel()) {
            case Item item -> item.element();
            case Edge edge -> edge.element();
            default -> null;
        };
        // null where the validator refused it
        Object typed = request.getCellEditor().getValue();
        if (element == null || typed == null) {
            return null;
        }
        Attempt attempt = diagram.field(element, true, String.valueOf(request.getDirectEditFeature()))
                .filter(field -> field.isEditable() && !field.value().equals(typed))
                .map(field -> field.typed().apply(String.valueOf(typed)))
                .orElse(null);
        if (attempt == null) {
            return null;
        }
        if (attempt.edit().isEmpty()) {
            diagram.say(attempt.problem());
            return null;
        }
        return new EditCommand(diagram, () -> attempt.edit().get());
    }

    @Override
    protected void showCurrentEditValue(DirectEditRequest request) {
        // the cell lies over the figure's text
    }
}
