/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the ways of links and flows between boxes that are placed already: upright and level lines that cross no text, with a place
 * for each label.
 *
 * <p>Source: the search is A* over the lines that obstacles suggest, after M. Wybrow, K. Marriott, P. J. Stuckey, <cite>Orthogonal
 * Connector Routing</cite>, 2009; edges are routed one after the other, the shortest first.
 *
 * <p>Cost: for n boxes, an edge looks at O(n²) crossings of lines at most.
 */
final class EdgeRouter {
    private static final int CLEARANCE = 7;
    private static final int MARGIN = 64;
    private static final int LANE = 12;

    private static final int COST_BEND = 36;
    private static final int COST_ALONG = 600;
    private static final int COST_CROSSING = 24;

    /** Passing through a tier that has nothing to do with the edge costs this much more than going around. */
    private static final int COST_FOREIGN = 4;

    private static final int[] DX = {0, 1, 0, -1};
    private static final int[] DY = {-1, 0, 1, 0};

    private record Segment(int x1, int y1, int x2, int y2) {
        boolean level() {
            return y1 == y2;
        }

        int length() {
            return Math.abs(x2 - x1) + Math.abs(y2 - y1);
        }
    }

    /** Where an edge may leave or enter a box: the place, and which way is out (0 up, 1 right, 2 down, 3 left). */
    private record Port(int x, int y, int out, int cost) {}

    private final Scene scene;
    private final Map<Item, Box> boxes;
    private final Sizes sizes;
    private final List<Box> obstacles = new ArrayList<>();
    private final Map<Item, Box> texts = new HashMap<>();
    private final List<Segment> taken = new ArrayList<>();
    private final Set<List<Integer>> usedPorts = new HashSet<>();
    private final List<Box> labels = new ArrayList<>();
    private int[] xs;
    private int[] ys;

    private EdgeRouter(Scene scene, Map<Item, Box> boxes, Sizes sizes) {
        this.scene = scene;
        this.boxes = boxes;
        this.sizes = sizes;
    }

    static Map<Edge, Route> route(Scene scene, Map<Item, Box> boxes, Sizes sizes) {
        return new EdgeRouter(scene, boxes, sizes).route();
    }

    private Map<Edge, Route> route() {
        for (Map.Entry<Item, Box> entry : boxes.entrySet()) {
            Item item = entry.getKey();
            Box box = entry.getValue();
            Box text = sizes.item(item);
            Box room = item.kind() == Kind.STORE || item.children().isEmpty() && item.kind() == Kind.UNIT
                    ? box
                    : new Box(box.x(), box.y(), Math.min(text.width(), box.width()), text.height());
            texts.put(item, room);
            obstacles.add(room);
        }
        lines();
        List<Edge> edges = new ArrayList<>(scene.edges());
        edges.removeIf(edge -> !boxes.containsKey(edge.source()) || !boxes.containsKey(edge.target()));
        // links first, so that they are straight; then the flows, the shortest first
        edges.sort((a, b) ->
                a.kind() != b.kind() ? a.kind().compareTo(b.kind()) : Integer.compare(distance(a), distance(b)));
        Map<Edge, Route> routes = new LinkedHashMap<>();
        Map<Edge, List<Segment>> ways = new LinkedHashMap<>();
        for (Edge edge : edges) {
            List<Segment> way = edge.source() == edge.target() ? loop(edge) : way(edge);
            ways.put(edge, way);
            taken.addAll(way);
        }
        ways.forEach((edge, way) -> routes.put(edge, new Route(points(way), label(edge, way))));
        return routes;
    }

    private int distance(Edge edge) {
        Box a = boxes.get(edge.source());
        Box b = boxes.get(edge.target());
        return Math.abs(a.x() + a.width() / 2 - b.x() - b.width() / 2)
                + Math.abs(a.y() + a.height() / 2 - b.y() - b.height() / 2);
    }

    /** The lines that routes may follow: beside every obstacle, in the middle of gaps, and lanes around everything. */
    private void lines() {
        Set<Integer> upright = new TreeSet<>();
        Set<Integer> level = new TreeSet<>();
        Box all = boxes.values().stream().reduce(Box::union).orElse(new Box(0, 0, 0, 0));
        for (Box box : obstacles) {
            upright.addAll(List.of(box.x() - CLEARANCE - 1, box.right() + CLEARANCE + 1));
            level.addAll(List.of(box.y() - CLEARANCE - 1, box.bottom() + CLEARANCE + 1));
        }
        for (Map.Entry<Item, Box> entry : boxes.entrySet()) {
            Box box = entry.getValue();
            upright.addAll(List.of(box.x() - LANE, box.right() + LANE, box.x() + box.width() / 2));
            level.addAll(List.of(box.y() - LANE, box.bottom() + LANE, box.bottom() - CLEARANCE));
            for (Port port : ports(entry.getKey())) {
                upright.add(port.x);
                level.add(port.y);
            }
        }
        for (Edge edge : scene.edges()) {
            if (boxes.containsKey(edge.source()) && boxes.containsKey(edge.target())) {
                shared(edge, edge.source()).forEach(port -> upright.add(port.x));
            }
        }
        for (int lane = LANE; lane <= MARGIN; lane += LANE) {
            upright.addAll(List.of(all.x() - lane, all.right() + lane));
            level.addAll(List.of(all.y() - lane, all.bottom() + lane));
        }
        xs = upright.stream().mapToInt(Integer::intValue).toArray();
        ys = level.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Ports at which an edge can go straight down or up: above or below the other end. Links keep to the left of the middle and
     * flows to the right.
     */
    private List<Port> shared(Edge edge, Item at) {
        Box a = boxes.get(edge.source());
        Box b = boxes.get(edge.target());
        Box box = boxes.get(at);
        int left = Math.max(a.x(), b.x());
        int width = Math.min(a.right(), b.right()) - left;
        List<Port> ports = new ArrayList<>();
        for (int i = 1; width > 40 && i < 12; i++) {
            int x = left + width * i / 12;
            int off = Math.abs(i - (edge.kind() == Kind.LINK ? 4 : 8)) * 2;
            ports.add(new Port(x, box.bottom(), 2, off));
            ports.add(new Port(x, box.y(), 0, off));
        }
        return ports;
    }

    private List<Port> ports(Edge edge, Item at) {
        List<Port> ports = new ArrayList<>(ports(at));
        ports.addAll(shared(edge, at));
        return ports;
    }

    private List<Port> ports(Item item) {
        Box box = boxes.get(item);
        List<Port> ports = new ArrayList<>();
        int parts = box.width() > 260 ? 10 : 6;
        for (int i = 1; i < parts; i++) {
            int x = box.x() + box.width() * i / parts;
            int off = 8 + Math.abs(2 * i - parts) * 3;
            ports.add(new Port(x, box.bottom(), 2, off));
            ports.add(new Port(x, box.y(), 0, off));
        }
        int rows = item.kind() == Kind.STORE ? 4 : 3;
        for (int i = 1; i < rows; i++) {
            int y = item.kind() == Kind.STORE
                    ? box.y() + box.height() * i / rows
                    : box.y() + Math.min(box.height(), 60) * i / rows;
            ports.add(new Port(box.right(), y, 1, 14));
            ports.add(new Port(box.x(), y, 3, 14));
        }
        return ports;
    }

    // ── the search ─────────────────────────────────────────────────────────────────────────────────────────

    private record Step(int node, int cost, int estimate) {}

    private List<Segment> way(Edge edge) {
        int width = xs.length;
        int height = ys.length;
        int states = width * height * 4;
        int[] cost = new int[states];
        int[] from = new int[states];
        Arrays.fill(cost, Integer.MAX_VALUE);
        Arrays.fill(from, -1);
        Set<Item> related = new HashSet<>();
        around(edge.source(), related);
        around(edge.target(), related);
        List<Box> foreign = boxes.entrySet().stream()
                .filter(entry ->
                        !related.contains(entry.getKey()) && entry.getKey().kind() != Kind.STORE)
                .map(Map.Entry::getValue)
                .toList();
        Box goalBox = boxes.get(edge.target());
        Map<Integer, Integer> goals = new HashMap<>();
        for (Port port : ports(edge, edge.target())) {
            int state = state(port.x, port.y, (port.out + 2) % 4);
            goals.merge(state, portCost(port), Math::min);
        }
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) ->
                a.estimate != b.estimate ? Integer.compare(a.estimate, b.estimate) : Integer.compare(a.node, b.node));
        for (Port port : ports(edge, edge.source())) {
            int state = state(port.x, port.y, port.out);
            int start = portCost(port);
            if (start < cost[state]) {
                cost[state] = start;
                open.add(new Step(state, start, start + estimate(port.x, port.y, goalBox)));
            }
        }
        int best = -1;
        int bestCost = Integer.MAX_VALUE;
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step.estimate >= bestCost) {
                break;
            }
            if (step.cost > cost[step.node]) {
                continue;
            }
            Integer arrival = goals.get(step.node);
            if (arrival != null && from[step.node] >= 0 && step.cost + arrival < bestCost) {
                best = step.node;
                bestCost = step.cost + arrival;
            }
            int direction = step.node % 4;
            int column = step.node / 4 % width;
            int row = step.node / 4 / width;
            for (int turn = 0; turn < 4; turn++) {
                if ((turn + 2) % 4 == direction) {
                    continue;
                }
                int nextColumn = column + DX[turn];
                int nextRow = row + DY[turn];
                if (nextColumn < 0 || nextColumn >= width || nextRow < 0 || nextRow >= height) {
                    continue;
                }
                // a port is left straight
                if (from[step.node] < 0 && turn != direction) {
                    continue;
                }
                Segment piece = new Segment(xs[column], ys[row], xs[nextColumn], ys[nextRow]);
                int price = price(piece, edge, foreign);
                if (price == Integer.MAX_VALUE) {
                    continue;
                }
                int total = step.cost + price + (turn == direction ? 0 : COST_BEND);
                int next = (nextRow * width + nextColumn) * 4 + turn;
                if (total < cost[next]) {
                    cost[next] = total;
                    from[next] = step.node;
                    open.add(new Step(next, total, total + estimate(xs[nextColumn], ys[nextRow], goalBox)));
                }
            }
        }
        return best < 0 ? straight(edge) : trace(best, from, width);
    }

    private static void around(Item item, Set<Item> related) {
        for (Item at = item; at != null; at = at.parent()) {
            related.add(at);
        }
    }

    private int state(int x, int y, int direction) {
        return (Arrays.binarySearch(ys, y) * xs.length + Arrays.binarySearch(xs, x)) * 4 + direction;
    }

    private int portCost(Port port) {
        return port.cost + (usedPorts.contains(List.of(port.x, port.y)) ? COST_ALONG : 0);
    }

    private static int estimate(int x, int y, Box goal) {
        int dx = x < goal.x() ? goal.x() - x : x > goal.right() ? x - goal.right() : 0;
        int dy = y < goal.y() ? goal.y() - y : y > goal.bottom() ? y - goal.bottom() : 0;
        return dx + dy;
    }

    private int price(Segment piece, Edge edge, List<Box> foreign) {
        for (Box obstacle : obstacles) {
            if (crosses(piece, obstacle, -1)) {
                return Integer.MAX_VALUE;
            }
        }
        int length = piece.length();
        int price = length;
        for (Box box : foreign) {
            if (crosses(piece, box, 0)) {
                price += length * COST_FOREIGN;
            }
        }
        // the inside of the ends themselves: fine for a tier's own store, dear for running along under its text
        for (Item end : List.of(edge.source(), edge.target())) {
            if (crosses(piece, boxes.get(end), 0)) {
                price += length * 2;
            }
        }
        for (Segment other : taken) {
            if (other.level() == piece.level()) {
                boolean along = piece.level()
                        ? Math.abs(other.y1 - piece.y1) < 6 && overlap(piece.x1, piece.x2, other.x1, other.x2)
                        : Math.abs(other.x1 - piece.x1) < 6 && overlap(piece.y1, piece.y2, other.y1, other.y2);
                if (along) {
                    price += COST_ALONG;
                }
            } else if (meets(piece, other)) {
                price += COST_CROSSING;
            }
        }
        return price;
    }

    /** Whether a piece runs through the inside of a box that is {@code less} smaller on every side. */
    private static boolean crosses(Segment piece, Box box, int less) {
        int left = Math.min(piece.x1, piece.x2);
        int right = Math.max(piece.x1, piece.x2);
        int top = Math.min(piece.y1, piece.y2);
        int bottom = Math.max(piece.y1, piece.y2);
        int grow = -less - 1;
        return left < box.right() + grow
                && right > box.x() - grow
                && top < box.bottom() + grow
                && bottom > box.y() - grow;
    }

    private static boolean overlap(int a1, int a2, int b1, int b2) {
        return Math.min(a1, a2) < Math.max(b1, b2) && Math.min(b1, b2) < Math.max(a1, a2);
    }

    private static boolean meets(Segment a, Segment b) {
        Segment level = a.level() ? a : b;
        Segment upright = a.level() ? b : a;
        return upright.x1 > Math.min(level.x1, level.x2)
                && upright.x1 < Math.max(level.x1, level.x2)
                && level.y1 >= Math.min(upright.y1, upright.y2)
                && level.y1 <= Math.max(upright.y1, upright.y2);
    }

    private List<Segment> trace(int last, int[] from, int width) {
        List<int[]> points = new ArrayList<>();
        for (int at = last; at >= 0; at = from[at]) {
            points.addFirst(new int[] {xs[at / 4 % width], ys[at / 4 / width]});
        }
        List<int[]> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean between = i > 0
                    && i < points.size() - 1
                    && (points.get(i - 1)[0] == points.get(i)[0] && points.get(i)[0] == points.get(i + 1)[0]
                            || points.get(i - 1)[1] == points.get(i)[1] && points.get(i)[1] == points.get(i + 1)[1]);
            if (!between) {
                corners.add(points.get(i));
            }
        }
        usedPorts.add(List.of(corners.getFirst()[0], corners.getFirst()[1]));
        usedPorts.add(List.of(corners.getLast()[0], corners.getLast()[1]));
        List<Segment> way = new ArrayList<>();
        for (int i = 1; i < corners.size(); i++) {
            way.add(new Segment(corners.get(i - 1)[0], corners.get(i - 1)[1], corners.get(i)[0], corners.get(i)[1]));
        }
        return way;
    }

    /** Where no way is free: straight from middle to middle of the nearer sides. */
    private List<Segment> straight(Edge edge) {
        Box a = boxes.get(edge.source());
        Box b = boxes.get(edge.target());
        int x = a.x() + a.width() / 2;
        int y = b.y() + b.height() / 2;
        return List.of(new Segment(x, a.bottom(), x, y), new Segment(x, y, b.x() > x ? b.x() : b.right(), y));
    }

    /** From an item to itself, as between the nodes of a group: around its right end. */
    private List<Segment> loop(Edge edge) {
        Box box = boxes.get(edge.source());
        long before =
                taken.stream().filter(segment -> segment.x1 == box.right()).count();
        int out = box.right() + 22 + (int) before * LANE;
        int top = box.y() + 14;
        int bottom = Math.min(box.bottom() - 8, top + 32);
        return List.of(
                new Segment(box.right(), top, out, top),
                new Segment(out, top, out, bottom),
                new Segment(out, bottom, box.right(), bottom));
    }

    private static List<Integer> points(List<Segment> way) {
        List<Integer> points = new ArrayList<>(List.of(way.getFirst().x1, way.getFirst().y1));
        for (Segment segment : way) {
            points.add(segment.x2);
            points.add(segment.y2);
        }
        return points;
    }

    // ── labels ─────────────────────────────────────────────────────────────────────────────────────────────

    /** A place on the edge where the label lies on no text and no other label, and on as few lines as can be. */
    private Box label(Edge edge, List<Segment> way) {
        Box room = sizes.label(edge);
        if (room.width() == 0) {
            return null;
        }
        Box best = null;
        int bestCost = Integer.MAX_VALUE;
        for (Segment segment : way) {
            int pieces = Math.max(2, segment.length() / 8);
            for (int i = 0; i <= pieces; i++) {
                int x = segment.x1 + (segment.x2 - segment.x1) * i / pieces;
                int y = segment.y1 + (segment.y2 - segment.y1) * i / pieces;
                int[] shifts =
                        segment.level() ? new int[] {0} : new int[] {0, room.width() / 2 + 5, -room.width() / 2 - 5};
                for (int shift : shifts) {
                    Box place =
                            new Box(x - room.width() / 2 + shift, y - room.height() / 2, room.width(), room.height());
                    int cost = cost(place, edge, way)
                            + Math.abs(2 * i - pieces)
                            + Math.abs(shift) / 2
                            - segment.length() / 20;
                    if (cost < bestCost) {
                        best = place;
                        bestCost = cost;
                    }
                }
            }
        }
        labels.add(best);
        return best;
    }

    private int cost(Box place, Edge edge, List<Segment> way) {
        int cost = 0;
        for (Box obstacle : obstacles) {
            cost += place.overlaps(grown(obstacle, 2)) ? 10_000 : 0;
        }
        for (Box label : labels) {
            cost += place.overlaps(grown(label, 3)) ? 5_000 : 0;
        }
        for (Segment segment : taken) {
            if (!way.contains(segment) && crosses(segment, place, -2)) {
                cost += 400;
            }
        }
        for (Map.Entry<Item, Box> entry : boxes.entrySet()) {
            // better in a gap than over a border
            Box box = entry.getValue();
            if (place.overlaps(box) && !box.contains(place)) {
                cost += 40;
            }
        }
        return cost;
    }

    private static Box grown(Box box, int by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }
}
