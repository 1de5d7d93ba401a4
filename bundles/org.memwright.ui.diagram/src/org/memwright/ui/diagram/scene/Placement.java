/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.Map;

/**
 * Where everything of a scene is.
 *
 * @param boxes of the items, from the diagram's origin; the root has none
 * @param routes of the edges
 */
public record Placement(Map<Item, Box> boxes, Map<Edge, Route> routes) {
    public Placement {
        boxes = Map.copyOf(boxes);
        routes = Map.copyOf(routes);
    }
}
