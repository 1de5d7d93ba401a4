/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;

/** A root whose zoom scales shapes and text alike, so that text keeps its place at every scale. */
final class Zoom extends ScalableFreeformRootEditPart {
    static final double[] LEVELS = {0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4};

    Zoom() {
        getZoomManager().setZoomLevels(LEVELS);
    }

    @Override
    protected ScalableFreeformLayeredPane createScaledLayers() {
        ScalableFreeformLayeredPane layers = new ScalableFreeformLayeredPane() {
            @Override
            protected void paintClientArea(Graphics graphics) {
                if (getScale() == 1) {
                    super.paintClientArea(graphics);
                    return;
                }
                graphics.pushState();
                graphics.scale(getScale());
                paintChildren(graphics);
                graphics.popState();
            }
        };
        layers.add(createGridLayer(), GRID_LAYER);
        layers.add(getPrintableLayers(), PRINTABLE_LAYERS);
        layers.add(new org.eclipse.draw2d.FreeformLayer(), SCALED_FEEDBACK_LAYER);
        return layers;
    }
}
