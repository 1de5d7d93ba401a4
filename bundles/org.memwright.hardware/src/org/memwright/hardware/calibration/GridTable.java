/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A measured table over a grid that may have holes, interpolated between its points.
 *
 * <p>The first axis picks the two nearest measured values, for each of them the second axis picks among the values
 * measured there, and so on: so a grid whose later axes differ from place to place is no problem. Between two values the
 * result is linear; beyond the last it goes on along the last two; before the first it stays.
 *
 * <p>Cost: two look-ups per axis and corner, without allocation.
 */
public final class GridTable {
    private final List<String> axes;
    private final Node root;
    private final double[] least;
    private final double[] most;

    /** The values of one axis, in order, with what lies below each: a node, or at the last axis a figure. */
    private record Node(double[] keys, List<Node> below, double[] figures) {}

    private GridTable(List<String> axes, Node root, double[] least, double[] most) {
        this.axes = List.copyOf(axes);
        this.root = root;
        this.least = least;
        this.most = most;
    }

    /** Collects the points of a table. */
    public static final class Builder {
        private final List<String> axes;
        private final TreeMap<Double, Object> root = new TreeMap<>();
        private final double[] least;
        private final double[] most;
        private int points;

        /** @param axes what the coordinates mean, in the order in which they are looked up */
        public Builder(List<String> axes) {
            this.axes = List.copyOf(axes);
            least = new double[axes.size()];
            most = new double[axes.size()];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
        }

        /**
         * Adds a point; a second one at the same place replaces the first.
         *
         * @throws IllegalArgumentException if a coordinate or the figure is not finite
         */
        public void put(double figure, double... at) {
            if (at.length != axes.size() || !Double.isFinite(figure)) {
                throw new IllegalArgumentException("table over " + axes + ": " + figure + " at " + Arrays.toString(at)
                        + " is no point; one finite number per axis and a finite figure are");
            }
            TreeMap<Double, Object> level = root;
            for (int axis = 0; axis < at.length - 1; axis++) {
                @SuppressWarnings("unchecked") // every level but the last holds maps only
                var next =
                        (TreeMap<Double, Object>) level.computeIfAbsent(at[axis], k -> new TreeMap<Double, Object>());
                level = next;
            }
            level.put(at[at.length - 1], figure);
            for (int axis = 0; axis < at.length; axis++) {
                least[axis] = Math.min(least[axis], at[axis]);
                most[axis] = Math.max(most[axis], at[axis]);
            }
            points++;
        }

        /** @throws IllegalArgumentException if there is no point */
        public GridTable build() {
            if (points == 0) {
                throw new IllegalArgumentException("table over " + axes + " has no point; it needs at least one");
            }
            return new GridTable(axes, node(root), least, most);
        }

        private static Node node(Map<Double, Object> level) {
            double[] keys = new double[level.size()];
            double[] figures = new double[level.size()];
            List<Node> below = new ArrayList<>();
            int i = 0;
            for (var entry : level.entrySet()) {
                keys[i] = entry.getKey();
                if (entry.getValue() instanceof Double figure) {
                    figures[i] = figure;
                } else {
                    @SuppressWarnings("unchecked") // see put
                    var next = (Map<Double, Object>) entry.getValue();
                    below.add(node(next));
                }
                i++;
            }
            return new Node(keys, List.copyOf(below), figures);
        }
    }

    /** The axes, in order. */
    public List<String> axes() {
        return axes;
    }

    /** The figure at a place. */
    public double at(double... place) {
        return at(root, place, 0);
    }

    /** Whether a place lies beyond what was measured on any axis. */
    public boolean extrapolates(double... place) {
        for (int axis = 0; axis < place.length; axis++) {
            if (place[axis] < least[axis] || place[axis] > most[axis]) {
                return true;
            }
        }
        return false;
    }

    private static double at(Node node, double[] place, int axis) {
        double[] keys = node.keys;
        double x = place[axis];
        int above = Arrays.binarySearch(keys, x);
        if (above >= 0) {
            return below(node, above, place, axis);
        }
        above = -above - 1;
        if (above == 0 || keys.length == 1) {
            return below(node, Math.min(above, keys.length - 1), place, axis);
        }
        int upper = Math.min(above, keys.length - 1);
        int lower = upper - 1;
        double share = (x - keys[lower]) / (keys[upper] - keys[lower]);
        return (1 - share) * below(node, lower, place, axis) + share * below(node, upper, place, axis);
    }

    private static double below(Node node, int index, double[] place, int axis) {
        return axis == place.length - 1 ? node.figures[index] : at(node.below.get(index), place, axis + 1);
    }
}
