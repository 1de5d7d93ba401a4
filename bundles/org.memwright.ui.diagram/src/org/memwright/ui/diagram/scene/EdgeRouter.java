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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Finds the ways of links and flows between boxes that are placed already: upright and level lines that cross no text, with a place
 * for each label.
 *
 * <p>Source: the search is A* over the lines that obstacles suggest, after M. Wybrow, K. Marriott, P. J. Stuckey, <cite>Orthogonal
 * Connector Routing</cite>, 2009; edges are routed one after the other, the shortest first.
 *
 * <p>Cost: for n boxes, an edge looks at O(n²) crossings of lines at most, each in O(log n).
 */
final class EdgeRouter {
    private static final int CLEARANCE = 7;
    private static final int MARGIN = 64;
    private static final int LANE = 12;

    /** Lines that are suggested closer than this to another are left out. */
    private static final int CLOSEST = 5;

    /** Closer than this, two parallel edges look like one. */
    private static final int BESIDE = 6;

    /** No way through; high enough that nothing adds up to it, low enough to be added to. */
    private static final int BLOCKED = 1 << 28;

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
    private final Box all;
    private final List<Box> obstacles = new ArrayList<>();
    private final Set<List<Integer>> usedPorts = new HashSet<>();
    private final List<Segment> taken = new ArrayList<>();
    private final List<Box> labels = new ArrayList<>();

    private EdgeRouter(Scene scene, Map<Item, Box> boxes, Sizes sizes) {
        this.scene = scene;
        this.boxes = boxes;
        this.sizes = sizes;
        all = boxes.values().stream().reduce(Box::union).orElse(new Box(0, 0, 0, 0));
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
            obstacles.add(room);
        }
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

    /**
     * The crossings of lines that one edge may follow, and what each piece between two neighbours costs: its length, more where it
     * runs through what the edge has nothing to do with, along another edge or across one.
     */
    private final class Grid {
        final int[] xs;
        final int[] ys;

        /** From a crossing to the one at its right, and to the one below. */
        final int[] level;

        final int[] upright;

        Grid(Edge edge, List<Port> ports) {
            Set<Integer> portX = new TreeSet<>();
            Set<Integer> portY = new TreeSet<>();
            for (Port port : ports) {
                portX.add(port.x);
                portY.add(port.y);
            }
            xs = lines(portX, Box::x, Box::right, 0);
            ys = lines(portY, Box::y, Box::bottom, CLEARANCE);
            level = new int[xs.length * ys.length];
            upright = new int[xs.length * ys.length];
            for (int row = 0; row < ys.length; row++) {
                for (int column = 0; column < xs.length; column++) {
                    int node = row * xs.length + column;
                    level[node] = column + 1 < xs.length ? xs[column + 1] - xs[column] : BLOCKED;
                    upright[node] = row + 1 < ys.length ? ys[row + 1] - ys[row] : BLOCKED;
                }
            }
            Set<Item> related = new HashSet<>();
            around(edge.source(), related);
            around(edge.target(), related);
            boxes.forEach((item, box) -> {
                if (!related.contains(item) && item.kind() != Kind.STORE) {
                    inside(grown(box, -1), COST_FOREIGN);
                }
            });
            // through the inside of the ends themselves: fine for a tier's own store, dear for running along under its
            // text
            inside(grown(boxes.get(edge.source()), -1), 2);
            inside(grown(boxes.get(edge.target()), -1), 2);
            taken.forEach(this::along);
            obstacles.forEach(this::block);
        }

        /** Beside every box and text, lanes around everything, and the ports; none close beside another but for ports. */
        private int[] lines(Set<Integer> ports, ToIntFunction<Box> from, ToIntFunction<Box> to, int bottomMargin) {
            Set<Integer> wanted = new TreeSet<>();
            for (Box box : boxes.values()) {
                wanted.add(from.applyAsInt(box) - LANE);
                wanted.add(to.applyAsInt(box) + LANE);
                if (bottomMargin > 0) {
                    wanted.add(to.applyAsInt(box) - bottomMargin);
                }
            }
            for (Box text : obstacles) {
                wanted.add(from.applyAsInt(text) - CLEARANCE - 1);
                wanted.add(to.applyAsInt(text) + CLEARANCE + 1);
            }
            for (int lane = LANE; lane <= MARGIN; lane += LANE) {
                wanted.add(from.applyAsInt(all) - lane);
                wanted.add(to.applyAsInt(all) + lane);
            }
            List<Integer> kept = new ArrayList<>();
            for (int line : wanted) {
                if (kept.isEmpty() || line - kept.getLast() >= CLOSEST) {
                    kept.add(line);
                }
            }
            return IntStream.concat(
                            kept.stream().mapToInt(Integer::intValue),
                            ports.stream().mapToInt(Integer::intValue))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private static int above(int[] lines, int value) {
            int at = Arrays.binarySearch(lines, value);
            return at >= 0 ? at + 1 : -at - 1;
        }

        private void block(Box box) {
            each(box, (prices, node, length) -> prices[node] = BLOCKED);
        }

        private void inside(Box box, int factor) {
            each(box, (prices, node, length) -> prices[node] += length * factor);
        }

        private interface Change {
            void apply(int[] prices, int node, int length);
        }

        /** All pieces that run through the inside of a box. */
        private void each(Box box, Change change) {
            int columns = above(xs, box.right() - 1);
            int rows = above(ys, box.bottom() - 1);
            for (int row = Math.max(0, above(ys, box.y()) - 1); row < rows; row++) {
                for (int column = Math.max(0, above(xs, box.x()) - 1); column < columns; column++) {
                    int node = row * xs.length + column;
                    if (ys[row] > box.y() && column + 1 < xs.length) {
                        change.apply(level, node, xs[column + 1] - xs[column]);
                    }
                    if (xs[column] > box.x() && row + 1 < ys.length) {
                        change.apply(upright, node, ys[row + 1] - ys[row]);
                    }
                }
            }
        }

        /** Another edge's piece: dear to run along, not free to cross. */
        private void along(Segment other) {
            int left = Math.min(other.x1, other.x2);
            int right = Math.max(other.x1, other.x2);
            int top = Math.min(other.y1, other.y2);
            int bottom = Math.max(other.y1, other.y2);
            boolean isLevel = other.level();
            int firstRow = above(ys, isLevel ? top - BESIDE : top) - (isLevel ? 0 : 1);
            int lastRow = above(ys, isLevel ? bottom + BESIDE - 1 : bottom);
            int firstColumn = above(xs, isLevel ? left : left - BESIDE) - (isLevel ? 1 : 0);
            int lastColumn = above(xs, isLevel ? right : right + BESIDE - 1);
            for (int row = Math.max(0, firstRow); row < lastRow; row++) {
                for (int column = Math.max(0, firstColumn); column < lastColumn; column++) {
                    boolean reaches = isLevel ? xs[column] < right : ys[row] < bottom;
                    int[] same = isLevel ? level : upright;
                    if (reaches && same[row * xs.length + column] < BLOCKED) {
                        same[row * xs.length + column] += COST_ALONG;
                    }
                }
            }
            if (isLevel) {
                int row = above(ys, top - 1) - 1;
                for (int column = above(xs, left); row >= 0 && column < xs.length && xs[column] < right; column++) {
                    upright[row * xs.length + column] += COST_CROSSING;
                }
            } else {
                int column = above(xs, left - 1) - 1;
                for (int row = above(ys, top - 1); column >= 0 && row < ys.length && ys[row] <= bottom; row++) {
                    level[row * xs.length + column] += COST_CROSSING;
                }
            }
        }

        int state(int x, int y, int direction) {
            return (Arrays.binarySearch(ys, y) * xs.length + Arrays.binarySearch(xs, x)) * 4 + direction;
        }

        /** What it costs to go on from a crossing; {@link #BLOCKED} or more where that is not possible. */
        int price(int column, int row, int direction) {
            int node = row * xs.length + column;
            return switch (direction) {
                case 0 -> row == 0 ? BLOCKED : upright[node - xs.length];
                case 1 -> level[node];
                case 2 -> upright[node];
                default -> column == 0 ? BLOCKED : level[node - 1];
            };
        }
    }

    private record Step(int node, int cost, int estimate) {}

    private List<Segment> way(Edge edge) {
        List<Port> starts = ports(edge, edge.source());
        List<Port> ends = ports(edge, edge.target());
        List<Port> both = new ArrayList<>(starts);
        both.addAll(ends);
        var grid = new Grid(edge, both);
        int width = grid.xs.length;
        int[] cost = new int[width * grid.ys.length * 4];
        int[] from = new int[cost.length];
        Arrays.fill(cost, Integer.MAX_VALUE);
        Arrays.fill(from, -1);
        Box goalBox = boxes.get(edge.target());
        Map<Integer, Integer> goals = new HashMap<>();
        for (Port port : ends) {
            goals.merge(grid.state(port.x, port.y, (port.out + 2) % 4), portCost(port), Math::min);
        }
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) ->
                a.estimate != b.estimate ? Integer.compare(a.estimate, b.estimate) : Integer.compare(a.node, b.node));
        for (Port port : starts) {
            int state = grid.state(port.x, port.y, port.out);
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
                boolean back = (turn + 2) % 4 == direction;
                boolean leavesAskew = from[step.node] < 0 && turn != direction;
                int price = back || leavesAskew ? BLOCKED : grid.price(column, row, turn);
                if (price >= BLOCKED) {
                    continue;
                }
                int total = step.cost + price + (turn == direction ? 0 : COST_BEND);
                int next = ((row + DY[turn]) * width + column + DX[turn]) * 4 + turn;
                if (total < cost[next]) {
                    cost[next] = total;
                    from[next] = step.node;
                    int x = grid.xs[column + DX[turn]];
                    int y = grid.ys[row + DY[turn]];
                    open.add(new Step(next, total, total + estimate(x, y, goalBox)));
                }
            }
        }
        return best < 0 ? straight(edge) : trace(best, from, grid);
    }

    private static void around(Item item, Set<Item> related) {
        for (Item at = item; at != null; at = at.parent()) {
            related.add(at);
        }
    }

    private int portCost(Port port) {
        return port.cost + (usedPorts.contains(List.of(port.x, port.y)) ? COST_ALONG : 0);
    }

    private static int estimate(int x, int y, Box goal) {
        int dx = x < goal.x() ? goal.x() - x : x > goal.right() ? x - goal.right() : 0;
        int dy = y < goal.y() ? goal.y() - y : y > goal.bottom() ? y - goal.bottom() : 0;
        return dx + dy;
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

    private List<Segment> trace(int last, int[] from, Grid grid) {
        int width = grid.xs.length;
        List<int[]> points = new ArrayList<>();
        for (int at = last; at >= 0; at = from[at]) {
            points.addFirst(new int[] {grid.xs[at / 4 % width], grid.ys[at / 4 / width]});
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
