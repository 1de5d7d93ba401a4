/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Joins the Edit menu's undo, redo, delete and select all to the diagram in front. */
public final class DiagramActions extends EditorActionBarContributor {
    @Override
    public void setActiveEditor(IEditorPart editor) {
        if (!(editor instanceof DiagramEditor diagram)) {
            return;
        }
        IActionBars bars = getActionBars();
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), diagram.undoAction());
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), diagram.redoAction());
        ActionRegistry actions = diagram.actions();
        for (ActionFactory factory : new ActionFactory[] {ActionFactory.DELETE, ActionFactory.SELECT_ALL}) {
            bars.setGlobalActionHandler(factory.getId(), actions.getAction(factory.getId()));
        }
        bars.updateActionBars();
    }
}
