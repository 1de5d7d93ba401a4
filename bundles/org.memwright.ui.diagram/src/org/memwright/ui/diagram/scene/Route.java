/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.List;

/**
 * The way of an edge.
 *
 * @param points from source to target, x and y in turn
 * @param label where its label is; null where it has none
 */
public record Route(List<Integer> points, Box label) {
    public Route {
        points = List.copyOf(points);
    }

    public Route moved(int dx, int dy) {
        List<Integer> moved = new java.util.ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            moved.add(points.get(i) + dx);
            moved.add(points.get(i + 1) + dy);
        }
        return new Route(moved, label == null ? null : label.moved(dx, dy));
    }
}
