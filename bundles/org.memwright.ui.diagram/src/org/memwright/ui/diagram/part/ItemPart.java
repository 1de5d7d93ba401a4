/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.requests.DirectEditRequest;
import org.eclipse.gef.requests.LocationRequest;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.ui.views.properties.IPropertySource;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.figure.CardFigure;
import org.memwright.ui.diagram.figure.GroupFigure;
import org.memwright.ui.diagram.figure.Look;
import org.memwright.ui.diagram.figure.ShelfFigure;
import org.memwright.ui.diagram.figure.StoreFigure;
import org.memwright.ui.diagram.figure.TierFigure;
import org.memwright.ui.diagram.figure.UnitFigure;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Item;

/** Shows one item and listens to exactly that. Reads the model and never writes it. */
public class ItemPart extends AbstractGraphicalEditPart implements NodeEditPart {
    private final Item.Listener refresher = item -> refreshVisuals();
    private AccessibleEditPart accessible;

    @Override
    public void activate() {
        if (!isActive()) {
            super.activate();
            item().addListener(refresher);
        }
    }

    @Override
    public void deactivate() {
        if (isActive()) {
            item().removeListener(refresher);
            super.deactivate();
        }
    }

    public final Item item() {
        return (Item) getModel();
    }

    protected final Diagram diagram() {
        return (Diagram) getViewer().getProperty(Diagram.KEY);
    }

    final CardFigure card() {
        return (CardFigure) getFigure();
    }

    void refreshAll() {
        refreshChildren();
        for (Object child : List.copyOf(getChildren())) {
            ((ItemPart) child).refreshAll();
        }
        refreshSourceConnections();
        refreshTargetConnections();
    }

    @Override
    protected IFigure createFigure() {
        Look look = diagram().look();
        return switch (item().facts()) {
            case Facts.Store store -> new StoreFigure(look, store);
            case Facts.Tier tier -> new TierFigure(look, tier);
            case Facts.Unit unit -> new UnitFigure(look, unit);
            case Facts.Group group -> new GroupFigure(look, group);
            case Facts.Shelf shelf -> new ShelfFigure(look, shelf);
            default -> throw new IllegalArgumentException("no figure shows " + item());
        };
    }

    @Override
    public void refreshVisuals() {
        card().setLook(diagram().look());
        card().setEditable(item().isEditable());
        card().setLevel(item().level());
        card().show(item().facts());
    }

    @Override
    protected List<Item> getModelChildren() {
        return item().children();
    }

    @Override
    protected List<Edge> getModelSourceConnections() {
        return edges(true);
    }

    @Override
    protected List<Edge> getModelTargetConnections() {
        return edges(false);
    }

    /** The edges that begin or end here, also those of items that are hidden in this one. */
    private List<Edge> edges(boolean outgoing) {
        List<Edge> found = new ArrayList<>();
        collect(item(), outgoing, found);
        return found;
    }

    private void collect(Item at, boolean outgoing, List<Edge> found) {
        for (Edge edge : outgoing ? at.outgoing() : at.incoming()) {
            Item source = diagram().visible(edge.source());
            Item target = diagram().visible(edge.target());
            boolean own = (outgoing ? source : target) == item();
            boolean loop = source == target && edge.source() != edge.target();
            if (own && !loop) {
                found.add(edge);
            }
        }
        if (diagram().isCollapsed(item())) {
            at.children().forEach(child -> collect(child, outgoing, found));
        }
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return new ChopboxAnchor(getFigure());
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new ItemPolicy());
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new FieldPolicy());
        installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new ConnectPolicy());
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new ContentPolicy());
    }

    @Override
    public void setSelected(int value) {
        super.setSelected(value);
        card().setSelected(value != EditPart.SELECTED_NONE);
    }

    @Override
    public void performRequest(Request request) {
        if (request.getType() == RequestConstants.REQ_DIRECT_EDIT || request.getType() == RequestConstants.REQ_OPEN) {
            edit(fieldOf(request));
        }
    }

    private String fieldOf(Request request) {
        if (request instanceof DirectEditRequest direct && direct.getDirectEditFeature() instanceof String field) {
            return field;
        }
        if (request instanceof LocationRequest at && at.getLocation() != null) {
            Point point = at.getLocation().getCopy();
            getFigure().translateToRelative(point);
            return card().fieldAt(point).orElse("name");
        }
        return "name";
    }

    /** Opens a cell over a field, to type another value. */
    public final void edit(String field) {
        diagram().field(item().element(), item().isEditable(), field).ifPresent(found -> {
            if (!found.isEditable()) {
                diagram().say("'" + found.value() + "' is declared in another file. Open that to change it.");
            } else {
                new FieldEditor(this, found, () -> {
                            Rectangle area = card().area(field)
                                    .orElseGet(() -> getFigure().getBounds());
                            Rectangle copy = area.getCopy();
                            getFigure().translateToAbsolute(copy);
                            return copy;
                        })
                        .show();
            }
        });
    }

    /** The field of a figure at a place of the viewer. */
    final Optional<String> fieldAt(Point location) {
        Point point = location.getCopy();
        getFigure().translateToRelative(point);
        return card().fieldAt(point);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Object getAdapter(Class type) {
        if (type == IPropertySource.class) {
            return new ItemProperties(diagram(), item()::element, item()::isEditable);
        }
        return super.getAdapter(type);
    }

    /** Screen readers read what is written on the figure. */
    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        if (accessible == null) {
            accessible = new AccessibleGraphicalEditPart() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = String.join(" ", card().texts());
                }
            };
        }
        return accessible;
    }

    @Override
    public IFigure getContentPane() {
        return getFigure();
    }
}
