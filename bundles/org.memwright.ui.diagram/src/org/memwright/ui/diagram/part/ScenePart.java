/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.List;
import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.figure.WayFigure;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Scene;

/** Shows a whole scene; what it contains is placed by the diagram's layout. */
public final class ScenePart extends AbstractGraphicalEditPart {
    private final Scene.Listener refresher = this::refreshAll;
    private boolean listening;

    @Override
    public void activate() {
        super.activate();
        if (!listening) {
            scene().addListener(refresher);
            listening = true;
        }
    }

    private Scene scene() {
        return (Scene) getModel();
    }

    Diagram diagram() {
        return (Diagram) getViewer().getProperty(Diagram.KEY);
    }

    /** Follows the scene: children first, then what joins them. */
    public void refreshAll() {
        if (!isActive()) {
            return;
        }
        refreshChildren();
        for (Object child : List.copyOf(getChildren())) {
            ((ItemPart) child).refreshAll();
        }
    }

    @Override
    protected IFigure createFigure() {
        ConnectionLayer connections = (ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER);
        connections.setConnectionRouter(new AbstractRouter() {
            @Override
            public void route(Connection connection) {
                if (connection instanceof WayFigure) {
                    WayFigure.route(connection);
                } else {
                    NULL.route(connection); // feedback while a connection is drawn
                }
            }
        });
        FreeformLayer layer = new FreeformLayer();
        layer.setOpaque(false);
        return layer;
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new ContentPolicy());
    }

    @Override
    protected List<Item> getModelChildren() {
        Item root = scene().root();
        if (root == null) {
            return List.of();
        }
        return root.kind() == Kind.TASK ? diagram().visible() : root.children();
    }
}
