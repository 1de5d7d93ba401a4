/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Places a tree from left to right: each level in a column, parents in the middle of their children, subtrees as close together as
 * their contours allow.
 *
 * <p>Source: E. M. Reingold, J. S. Tilford, <cite>Tidier Drawings of Trees</cite>, 1981, with boxes of any height.
 *
 * <p>Cost: each merge of two subtrees costs the depth of the shallower one, so all of it is linear in the steps for the most part.
 */
public final class TreeLayout {
    /** Between one column and the next, at least. */
    private static final int LEAST_GAP = 52;

    /** From where branches spread to the steps that they lead to. */
    private static final int BRANCH = 20;

    private static final int FIRST_LANE = 12;

    /** Between a step and the label of what it uses: room for the arrow. */
    private static final int LABEL_GAP = 12;

    private static final int SIBLING_GAP = 16;
    private static final int COUSIN_GAP = 30;
    private static final int MARGIN = 24;
    private static final int LANE = 9;

    /** The upper and lower border of a subtree, column by column, from the top of its first column's box. */
    private static final class Contour {
        final List<Integer> top = new ArrayList<>();
        final List<Integer> bottom = new ArrayList<>();
    }

    private final Sizes sizes;
    private final Predicate<Item> collapsed;
    private final Map<Item, Box> room = new HashMap<>();
    private final Map<Item, Integer> offset = new HashMap<>();
    private final Map<Item, Box> boxes = new HashMap<>();
    private final Map<Item, Integer> depths = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> lefts = new ArrayList<>();

    private TreeLayout(Sizes sizes, Predicate<Item> collapsed) {
        this.sizes = sizes;
        this.collapsed = collapsed;
    }

    /** @param collapsed items whose children are not seen */
    public static Placement place(Scene scene, Sizes sizes, Predicate<Item> collapsed) {
        return new TreeLayout(sizes, collapsed).place(scene);
    }

    private Placement place(Scene scene) {
        measure(scene.root(), 0);
        Contour contour = arrange(scene.root(), 0);
        int top = contour.top.stream().mapToInt(Integer::intValue).min().orElse(0);
        assign(scene.root(), MARGIN - top, 0);
        List<Lane> lanes = lanes(scene);
        int x = MARGIN;
        for (int depth = 0; depth < widths.size(); depth++) {
            lefts.add(x);
            x += widths.get(depth) + gap(depth, lanes);
        }
        boxes.replaceAll((item, box) ->
                new Box(lefts.get(depths.get(item)), box.y(), widths.get(depths.get(item)), box.height()));
        Map<Edge, Route> routes = new LinkedHashMap<>();
        for (Edge edge : scene.edges()) {
            if (edge.kind() == Kind.BRANCH && boxes.containsKey(edge.source()) && boxes.containsKey(edge.target())) {
                routes.put(edge, branch(edge));
            }
        }
        lanes.forEach(lane -> routes.put(lane.edge, route(lane, firstLane(lane.gap, lanes))));
        apart(routes);
        return new Placement(boxes, routes);
    }

    private List<Item> children(Item item) {
        return collapsed.test(item) ? List.of() : item.children();
    }

    private void measure(Item item, int depth) {
        Box needed = sizes.item(item);
        room.put(item, needed);
        if (widths.size() == depth) {
            widths.add(0);
        }
        widths.set(depth, Math.max(widths.get(depth), needed.width()));
        children(item).forEach(child -> measure(child, depth + 1));
    }

    /** Arranges a subtree around the top of its root's box, which is 0. */
    private Contour arrange(Item item, int depth) {
        var contour = new Contour();
        List<Item> below = children(item);
        int height = room.get(item).height();
        if (below.isEmpty()) {
            contour.top.add(0);
            contour.bottom.add(height);
            return contour;
        }
        Contour all = new Contour();
        List<Integer> places = new ArrayList<>();
        Item before = null;
        for (Item child : below) {
            Contour next = arrange(child, depth + 1);
            int shift = 0;
            if (before != null) {
                boolean leaves = children(before).isEmpty() && children(child).isEmpty();
                int gap = leaves ? SIBLING_GAP : COUSIN_GAP;
                for (int level = 0; level < Math.min(all.bottom.size(), next.top.size()); level++) {
                    shift = Math.max(shift, all.bottom.get(level) - next.top.get(level) + gap);
                }
            }
            places.add(shift);
            all = merged(all, next, shift);
            before = child;
        }
        int first = places.getFirst();
        int last = places.getLast() + room.get(below.getLast()).height();
        int middle = (first + last) / 2 - height / 2;
        for (int i = 0; i < below.size(); i++) {
            offset.put(below.get(i), places.get(i) - middle);
        }
        contour.top.add(0);
        contour.bottom.add(height);
        for (int level = 0; level < all.top.size(); level++) {
            contour.top.add(all.top.get(level) - middle);
            contour.bottom.add(all.bottom.get(level) - middle);
        }
        return contour;
    }

    private static Contour merged(Contour upper, Contour lower, int shift) {
        for (int level = 0; level < lower.top.size(); level++) {
            if (level < upper.top.size()) {
                upper.bottom.set(level, Math.max(upper.bottom.get(level), lower.bottom.get(level) + shift));
                upper.top.set(level, Math.min(upper.top.get(level), lower.top.get(level) + shift));
            } else {
                upper.top.add(lower.top.get(level) + shift);
                upper.bottom.add(lower.bottom.get(level) + shift);
            }
        }
        return upper;
    }

    private void assign(Item item, int y, int depth) {
        boxes.put(item, new Box(0, y, widths.get(depth), room.get(item).height()));
        depths.put(item, depth);
        for (Item child : children(item)) {
            assign(child, y + offset.get(child), depth + 1);
        }
    }

    private Route branch(Edge edge) {
        Box from = boxes.get(edge.source());
        Box to = boxes.get(edge.target());
        int startY = from.y() + from.height() / 2;
        int endY = to.y() + to.height() / 2;
        int middle = to.x() - BRANCH;
        return new Route(List.of(from.right(), startY, middle, startY, middle, endY, to.x(), endY), null);
    }

    // ── what waits for what ────────────────────────────────────────────────────────────────────────────────

    /**
     * The way of an edge in the gap between two columns.
     *
     * @param gap the column to the left of the gap
     * @param lane its place in the gap; negative for neighbours below each other, which are joined directly
     */
    private record Lane(Edge edge, Item source, Item target, int gap, int lane, int startY, int endY) {
        int from() {
            return Math.min(startY, endY);
        }

        int to() {
            return Math.max(startY, endY);
        }
    }

    /** Edges between steps of one column or of neighbours, each in the first lane where it runs over no other. */
    private List<Lane> lanes(Scene scene) {
        List<Lane> lanes = new ArrayList<>();
        Map<Item, Integer> ports = new HashMap<>();
        Set<String> direct = new HashSet<>();
        for (Edge edge : scene.edges()) {
            Item source = seen(edge.source());
            Item target = seen(edge.target());
            if (edge.kind() == Kind.BRANCH || source == null || target == null || source == target) {
                continue;
            }
            Box from = boxes.get(source);
            Box to = boxes.get(target);
            boolean below = source.parent() != null && source.parent() == target.parent() && next(source) == target;
            if (below && sizes.label(edge).width() == 0 && direct.add(target.key())) {
                lanes.add(new Lane(edge, source, target, depths.get(source), -1, from.bottom(), to.y()));
                continue;
            }
            int gap = Math.min(depths.get(source), depths.get(target));
            int startY = port(ports, source, from);
            int endY = port(ports, target, to);
            int lane = 0;
            while (isTaken(lanes, gap, lane, Math.min(startY, endY), Math.max(startY, endY))) {
                lane++;
            }
            lanes.add(new Lane(edge, source, target, gap, lane, startY, endY));
        }
        return lanes;
    }

    private static boolean isTaken(List<Lane> lanes, int gap, int lane, int from, int to) {
        return lanes.stream()
                .anyMatch(other ->
                        other.gap == gap && other.lane == lane && other.from() <= to + 2 && from <= other.to() + 2);
    }

    /** From a column to its first lane: room for the labels of what ends at the column, each at its end. */
    private int firstLane(int depth, List<Lane> lanes) {
        int widest = lanes.stream()
                .filter(lane -> lane.gap == depth && endsAtColumn(lane))
                .mapToInt(lane -> sizes.label(lane.edge).width())
                .max()
                .orElse(0);
        return widest == 0 ? FIRST_LANE : LABEL_GAP + widest + FIRST_LANE;
    }

    private boolean endsAtColumn(Lane lane) {
        return lane.lane >= 0 && depths.get(lane.target) == lane.gap;
    }

    /** The room between a column and the next: lanes, the labels on them, and the branches. */
    private int gap(int depth, List<Lane> lanes) {
        int needed = 0;
        int first = firstLane(depth, lanes);
        for (Lane lane : lanes) {
            if (lane.gap == depth && lane.lane >= 0) {
                int middle = first + lane.lane * LANE;
                int label = sizes.label(lane.edge).width();
                needed = Math.max(needed, endsAtColumn(lane) ? middle : middle + label / 2);
            }
        }
        return Math.max(LEAST_GAP, needed + 8 + BRANCH);
    }

    private Route route(Lane lane, int firstLane) {
        Box from = boxes.get(lane.source);
        Box to = boxes.get(lane.target);
        Box label = sizes.label(lane.edge);
        if (lane.lane < 0) {
            int x = from.x() + 26;
            return new Route(List.of(x, lane.startY, x, lane.endY), null);
        }
        int columnEnd = lefts.get(lane.gap) + widths.get(lane.gap);
        int x = columnEnd + firstLane + lane.lane * LANE;
        int startX = depths.get(lane.source) > lane.gap ? from.x() : from.right();
        int endX = depths.get(lane.target) > lane.gap ? to.x() : to.right();
        Box place = null;
        if (label.width() > 0) {
            place = endsAtColumn(lane)
                    ? new Box(columnEnd + LABEL_GAP, lane.endY - label.height() / 2, label.width(), label.height())
                    : new Box(
                            x - label.width() / 2,
                            (lane.startY + lane.endY) / 2 - label.height() / 2,
                            label.width(),
                            label.height());
        }
        return new Route(List.of(startX, lane.startY, x, lane.startY, x, lane.endY, endX, lane.endY), place);
    }

    /** The nearest item around one that is to be seen. */
    private Item seen(Item item) {
        Item at = item;
        while (at != null && !boxes.containsKey(at)) {
            at = at.parent();
        }
        return at;
    }

    private Item next(Item item) {
        List<Item> siblings = item.parent().children();
        int index = siblings.indexOf(item) + 1;
        return index < siblings.size() ? siblings.get(index) : null;
    }

    /** Ends of edges at one box are spread over its right side, away from where the branches begin. */
    private static int port(Map<Item, Integer> ports, Item item, Box box) {
        int number = ports.merge(item, 1, Integer::sum);
        int half = box.height() / 2;
        int step = Math.max(3, Math.min(8, (half - 6) / 4));
        int distance = Math.min(half - 4, step * ((number + 1) / 2) + 2);
        return box.y() + half + (number % 2 == 1 ? -distance : distance);
    }

    /** Labels that would lie on each other move down until they do not. */
    private static void apart(Map<Edge, Route> routes) {
        List<Box> placed = new ArrayList<>();
        for (Map.Entry<Edge, Route> entry : routes.entrySet().stream()
                .filter(entry -> entry.getValue().label() != null)
                .sorted((a, b) -> a.getKey().key().compareTo(b.getKey().key()))
                .toList()) {
            Box label = entry.getValue().label();
            while (overlapping(placed, label)) {
                label = label.moved(0, 4);
            }
            placed.add(label);
            entry.setValue(new Route(entry.getValue().points(), label));
        }
    }

    private static boolean overlapping(List<Box> placed, Box label) {
        return placed.stream().anyMatch(label::overlaps);
    }
}
