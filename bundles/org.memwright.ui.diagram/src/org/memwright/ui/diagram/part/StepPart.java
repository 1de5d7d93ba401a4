/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.List;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.MouseEvent;
import org.eclipse.draw2d.MouseListener;
import org.memwright.ui.diagram.figure.StepFigure;
import org.memwright.ui.diagram.scene.Item;

/** Shows one step of a task, or the task itself; the knob hides and shows its steps. */
final class StepPart extends ItemPart {
    @Override
    protected IFigure createFigure() {
        StepFigure figure = new StepFigure(diagram().look(), item().facts());
        figure.addMouseListener(new MouseListener.Stub() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (figure.isKnobAt(event.getLocation())) {
                    diagram().setCollapsed(item(), !diagram().isCollapsed(item()));
                    event.consume();
                }
            }
        });
        return figure;
    }

    @Override
    public void refreshVisuals() {
        super.refreshVisuals();
        StepFigure figure = (StepFigure) getFigure();
        figure.setStatus(diagram().status(item()));
        figure.setCollapsed(!item().children().isEmpty(), diagram().isCollapsed(item()), steps(item()));
    }

    private static int steps(Item item) {
        return item.children().stream().mapToInt(child -> 1 + steps(child)).sum();
    }

    /** Steps of a tree lie beside each other, not in each other. */
    @Override
    protected List<Item> getModelChildren() {
        return List.of();
    }
}
