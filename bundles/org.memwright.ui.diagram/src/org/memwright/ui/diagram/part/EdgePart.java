/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.gef.editpolicies.ConnectionEditPolicy;
import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;
import org.eclipse.gef.requests.GroupRequest;
import org.eclipse.ui.views.properties.IPropertySource;
import org.memwright.edit.Delete;
import org.memwright.edit.DropOverflow;
import org.memwright.edit.Edit;
import org.memwright.edit.RemoveAfter;
import org.memwright.edit.RemoveUses;
import org.memwright.model.Keep;
import org.memwright.model.Step;
import org.memwright.model.TaskElement;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.figure.WayFigure;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Kind;

/** Shows one edge and listens to exactly that. Reads the model and never writes it. */
public final class EdgePart extends AbstractConnectionEditPart {
    private final Edge.Listener refresher = edge -> refreshVisuals();

    @Override
    public void activate() {
        if (!isActive()) {
            super.activate();
            edge().addListener(refresher);
        }
    }

    @Override
    public void deactivate() {
        if (isActive()) {
            edge().removeListener(refresher);
            super.deactivate();
        }
    }

    public Edge edge() {
        return (Edge) getModel();
    }

    private Diagram diagram() {
        return (Diagram) getViewer().getProperty(Diagram.KEY);
    }

    public WayFigure way() {
        return (WayFigure) getFigure();
    }

    @Override
    protected IFigure createFigure() {
        return new WayFigure(edge().kind(), diagram().look(), edge().facts());
    }

    @Override
    protected void refreshVisuals() {
        way().show(diagram().look(), edge().facts());
        way().setLevel(edge().level());
    }

    @Override
    protected void createEditPolicies() {
        if (edge().kind() != Kind.BRANCH) {
            installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new ConnectionEndpointEditPolicy());
            installEditPolicy(EditPolicy.CONNECTION_ROLE, new ConnectionEditPolicy() {
                @Override
                protected Command getDeleteCommand(GroupRequest request) {
                    return new EditCommand(diagram(), () -> deletion());
                }
            });
            installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new FieldPolicy());
        }
    }

    /** What takes this edge away. */
    public Edit deletion() {
        return switch (edge().kind()) {
            case AFTER ->
                new RemoveAfter((Step) edge().element(), (Step) edge().source().element());
            case USES -> new RemoveUses((Step) edge().element(), used());
            case FLOW -> edge().element() instanceof Keep keep ? new DropOverflow(keep) : new Delete(edge().element());
            default -> new Delete(edge().element());
        };
    }

    private TaskElement used() {
        String label = ((Facts.Dependency) edge().facts()).label();
        for (TaskElement used : ((Step) edge().element()).getUses()) {
            boolean same = label.isEmpty()
                    ? used == edge().source().element()
                    : label.equals(used.getName())
                            && used.eContainer() == edge().source().element();
            if (same) {
                return used;
            }
        }
        throw new IllegalStateException("the edge is not in the text any more");
    }

    @Override
    public void setSelected(int value) {
        super.setSelected(value);
        way().setSelected(value != EditPart.SELECTED_NONE);
    }

    @Override
    public void performRequest(Request request) {
        if (edge().kind() == Kind.LINK
                && (request.getType() == RequestConstants.REQ_DIRECT_EDIT
                        || request.getType() == RequestConstants.REQ_OPEN)) {
            diagram().field(edge().element(), edge().isEditable(), "bandwidth").ifPresent(field -> {
                if (field.isEditable()) {
                    new FieldEditor(this, field, () -> {
                                Rectangle area = way().labelBounds().getCopy();
                                way().translateToAbsolute(area);
                                return area;
                            })
                            .show();
                }
            });
        }
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Object getAdapter(Class type) {
        if (type == IPropertySource.class) {
            return new ItemProperties(diagram(), edge()::element, edge()::isEditable);
        }
        return super.getAdapter(type);
    }
}
