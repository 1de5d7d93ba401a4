/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.List;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.memwright.edit.Edit;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;

/** What happens when something is drawn into, dragged within or dragged onto a scene or an item. */
final class ContentPolicy extends LayoutEditPolicy {
    private Diagram diagram() {
        return (Diagram) getHost().getViewer().getProperty(Diagram.KEY);
    }

    private Item container() {
        return getHost() instanceof ItemPart part
                ? part.item()
                : diagram().scene().root();
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        // the figure itself shows that it is selected; there are no handles to resize by
        return new NonResizableEditPolicy() {
            @Override
            protected List<?> createSelectionHandles() {
                return List.of();
            }
        };
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        if (!(request.getNewObjectType() instanceof Kind kind)) {
            return null;
        }
        Item container = container();
        int index = index(container, request.getLocation(), null);
        Edit possible = Gestures.create(diagram(), kind, container, index);
        return possible == null
                ? null
                : new EditCommand(diagram(), () -> Gestures.create(diagram(), kind, container(), index));
    }

    /** Dragged from elsewhere onto this one. */
    @Override
    protected Command getAddCommand(Request request) {
        ChangeBoundsRequest dragged = (ChangeBoundsRequest) request;
        List<?> parts = dragged.getEditParts();
        if (parts.size() != 1 || !(parts.getFirst() instanceof ItemPart part)) {
            return null;
        }
        return move(part, dragged.getLocation());
    }

    private Command move(ItemPart part, Point location) {
        int index = index(container(), location, part.item());
        return Gestures.move(diagram(), part.item(), container(), index) == null
                ? null
                : new EditCommand(diagram(), () -> Gestures.move(diagram(), part.item(), container(), index));
    }

    /** Dragged within this one: a step changes its place among its siblings, all else only where it is drawn. */
    @Override
    protected Command getMoveChildrenCommand(Request request) {
        ChangeBoundsRequest dragged = (ChangeBoundsRequest) request;
        CompoundCommand all = new CompoundCommand("Move");
        for (Object each : dragged.getEditParts()) {
            if (!(each instanceof ItemPart part)) {
                return null;
            }
            if (part.item().kind() == Kind.STEP) {
                return dragged.getEditParts().size() == 1 ? reorder(part, dragged) : null;
            }
            if (part.item().kind() == Kind.TASK) {
                return null;
            }
            Rectangle box = part.getFigure().getBounds().getCopy();
            part.getFigure().translateToAbsolute(box);
            box.translate(dragged.getMoveDelta());
            part.getFigure().translateToRelative(box);
            Point origin = getHost() instanceof ItemPart
                    ? ((GraphicalEditPart) getHost()).getFigure().getBounds().getLocation()
                    : new Point();
            all.add(new PlaceCommand(diagram(), part.item(), box.x - origin.x, box.y - origin.y));
        }
        return all.isEmpty() ? null : all.unwrap();
    }

    private Command reorder(ItemPart part, ChangeBoundsRequest dragged) {
        Item parent = part.item().parent();
        int index = index(parent, dragged.getLocation(), part.item());
        if (parent.children().indexOf(part.item()) == index) {
            return null;
        }
        return new EditCommand(
                diagram(),
                () -> Gestures.move(diagram(), part.item(), part.item().parent(), index));
    }

    /** The place among an item's steps that a height of the viewer stands for, counted without one of them. */
    private int index(Item parent, Point location, Item without) {
        if (location == null) {
            return parent.children().size();
        }
        int index = 0;
        for (Item child : parent.children()) {
            Object part = getHost().getViewer().getEditPartRegistry().get(child);
            if (child == without || !(part instanceof ItemPart shown)) {
                continue;
            }
            Rectangle box = shown.getFigure().getBounds().getCopy();
            shown.getFigure().translateToAbsolute(box);
            if (location.y > box.y + box.height / 2) {
                index++;
            }
        }
        // onto the parent itself: behind its last step
        return getHost() instanceof ItemPart host && host.item() == parent && parent.kind() != Kind.TASK
                ? (int) parent.children().stream()
                        .filter(child -> child != without)
                        .count()
                : index;
    }

    @Override
    protected Command getDeleteDependantCommand(Request request) {
        return null;
    }

    @Override
    protected void showLayoutTargetFeedback(Request request) {
        if (getHost() instanceof ItemPart part) {
            part.card().setSelected(true);
        }
    }

    @Override
    protected void eraseLayoutTargetFeedback(Request request) {
        if (getHost() instanceof ItemPart part) {
            part.card().setSelected(part.getSelected() != EditPart.SELECTED_NONE);
        }
    }
}
