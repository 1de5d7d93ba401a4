/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places a memory hierarchy: the faster above the slower, the larger wider, stores side by side in their tier.
 *
 * <p>ELK's layered algorithm places what is in one part, the innermost first; {@link EdgeRouter} then finds the ways of links and
 * flows, which go across all levels.
 */
public final class HierarchyLayout {
    private static final int INSET = 14;
    private static final int LEVEL_GAP = 24;

    /** Between levels that a link or flow joins: room for its label. */
    private static final int JOINED_GAP = 44;

    private static final int STORE_GAP = 16;
    private static final int MARGIN = 24;

    /** Stores beside each other in one row. */
    private static final int MOST_IN_ROW = 3;

    /** A tenfold capacity is this much wider. */
    private static final int WIDTH_PER_DECADE = 46;

    private static final int LEAST_WIDTH = 200;

    /** Capacities below 1 MiB are drawn like 1 MiB. */
    private static final double LEAST_BYTES = 1 << 20;

    private final Scene scene;
    private final Sizes sizes;
    private final Map<Item, Integer> order = new HashMap<>();

    /** Places within the parent, and sizes. */
    private final Map<Item, Box> inner = new HashMap<>();

    private final Map<Item, Box> boxes = new LinkedHashMap<>();

    private HierarchyLayout(Scene scene, Sizes sizes) {
        this.scene = scene;
        this.sizes = sizes;
        scene.items().forEach(item -> order.put(item, order.size()));
    }

    /**
     * Places all of a scene.
     *
     * @param moved boxes that a person chose, relative to what the item is in; the size is the layout's
     */
    public static Placement place(Scene scene, Sizes sizes, Map<Item, Box> moved) {
        var layout = new HierarchyLayout(scene, sizes);
        layout.arrange(scene.root(), moved);
        for (Item child : scene.root().children()) {
            layout.assign(child, MARGIN, MARGIN);
        }
        return new Placement(layout.boxes, EdgeRouter.route(scene, layout.boxes, sizes));
    }

    /** How wide a tier is for its capacity: a step of the same width for every factor of ten. */
    public static int width(double capacityBytes) {
        double decades = Math.log10(Math.max(LEAST_BYTES, capacityBytes) / LEAST_BYTES);
        return LEAST_WIDTH + (int) Math.round(decades * WIDTH_PER_DECADE);
    }

    /** Places what is in an item and returns the item's own size. */
    private Box arrange(Item item, Map<Item, Box> moved) {
        Map<Item, Box> children = new LinkedHashMap<>();
        for (Item child : item.children()) {
            children.put(child, arrange(child, moved));
        }
        boolean isRoot = item == scene.root();
        Box text = isRoot ? new Box(0, 0, 0, 0) : sizes.item(item);
        int top = isRoot ? 0 : text.height() + 4;
        int inset = isRoot ? 0 : INSET;
        int least = text.width();
        if (item.facts() instanceof Facts.Tier tier) {
            least = Math.max(least, width(tier.capacityBytes()));
        }
        if (children.isEmpty()) {
            return new Box(0, 0, least, text.height());
        }
        Map<Item, Box> placed =
                item.kind() == Kind.TIER || item.kind() == Kind.SHELF ? row(children) : levels(item, children);
        int right = placed.values().stream().mapToInt(Box::right).max().orElse(0);
        int width = Math.max(least, right + 2 * inset);
        int shift = (width - right) / 2;
        Map<Item, Box> result = new HashMap<>();
        placed.forEach((child, box) -> result.put(child, box.moved(isRoot ? 0 : shift, top)));
        moved.forEach((child, chosen) -> {
            Box automatic = result.get(child);
            if (automatic != null) {
                result.put(
                        child,
                        new Box(
                                Math.max(inset, chosen.x()),
                                Math.max(top, chosen.y()),
                                automatic.width(),
                                automatic.height()));
            }
        });
        inner.putAll(result);
        int bottom = result.values().stream().mapToInt(Box::bottom).max().orElse(0);
        int end = result.values().stream().mapToInt(Box::right).max().orElse(0);
        return new Box(0, 0, Math.max(width, end + inset), bottom + inset);
    }

    /** Stores in rows, in the order of their flows, with room for the label between two that a flow joins. */
    private Map<Item, Box> row(Map<Item, Box> children) {
        List<Item> ordered = new ArrayList<>();
        Set<Item> open = new LinkedHashSet<>(children.keySet());
        while (!open.isEmpty()) {
            Item next = open.stream()
                    .filter(item -> item.incoming().stream().noneMatch(edge -> open.contains(edge.source())))
                    .findFirst()
                    .orElse(open.iterator().next());
            ordered.add(next);
            open.remove(next);
        }
        int perRow = ordered.size() <= MOST_IN_ROW + 1 ? MOST_IN_ROW + 1 : MOST_IN_ROW;
        Map<Item, Box> result = new LinkedHashMap<>();
        int x = 0;
        int y = 0;
        int height = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Item item = ordered.get(i);
            if (i > 0 && i % perRow == 0) {
                x = 0;
                y += height + STORE_GAP;
                height = 0;
            }
            Box size = children.get(item);
            result.put(item, size.moved(x, y));
            height = Math.max(height, size.height());
            int gap = STORE_GAP;
            if (i + 1 < ordered.size()) {
                Item next = ordered.get(i + 1);
                for (Edge edge : item.outgoing()) {
                    if (edge.target() == next) {
                        gap = Math.max(gap, sizes.label(edge).width() + 28);
                    }
                }
            }
            x += size.width() + gap;
        }
        return result;
    }

    /** Compute units and groups side by side, tiers below them in order of speed. */
    private Map<Item, Box> levels(Item parent, Map<Item, Box> children) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double)
                (isJoined(children.keySet()) ? JOINED_GAP : LEVEL_GAP));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 40.0);
        Map<Item, ElkNode> nodes = new LinkedHashMap<>();
        children.forEach((child, size) -> {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(size.width(), size.height());
            nodes.put(child, node);
        });
        List<Item> above = new ArrayList<>();
        for (Item child : parent.children()) {
            if (child.kind() == Kind.TIER || child.kind() == Kind.SHELF) {
                for (Item item : above) {
                    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(item), nodes.get(child));
                    edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 10);
                }
                above = new ArrayList<>(List.of(child));
            } else {
                above.add(child);
            }
        }
        for (Edge edge : scene.edges()) {
            Item a = childOf(parent, edge.source());
            Item b = childOf(parent, edge.target());
            if (a != null && b != null && a != b) {
                boolean downwards = order.get(a) < order.get(b);
                ElkGraphUtil.createSimpleEdge(nodes.get(downwards ? a : b), nodes.get(downwards ? b : a));
            }
        }
        // ELK copies values of options only of types that it has heard of
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        double left = nodes.values().stream().mapToDouble(ElkNode::getX).min().orElse(0);
        double top = nodes.values().stream().mapToDouble(ElkNode::getY).min().orElse(0);
        Map<Item, Box> result = new LinkedHashMap<>();
        nodes.forEach((child, node) ->
                result.put(child, children.get(child).moved((int) Math.round(node.getX() - left), (int)
                        Math.round(node.getY() - top))));
        return centred(result);
    }

    /** Moves each level so that all have the same middle. */
    private static Map<Item, Box> centred(Map<Item, Box> placed) {
        List<List<Item>> levels = new ArrayList<>();
        int bottom = Integer.MIN_VALUE;
        List<Item> downwards = placed.keySet().stream()
                .sorted(Comparator.comparingInt(item -> placed.get(item).y()))
                .toList();
        for (Item item : downwards) {
            if (placed.get(item).y() >= bottom) {
                levels.add(new ArrayList<>());
            }
            levels.getLast().add(item);
            bottom = Math.max(bottom, placed.get(item).bottom());
        }
        int widest = placed.values().stream().mapToInt(Box::right).max().orElse(0);
        Map<Item, Box> result = new LinkedHashMap<>();
        for (List<Item> level : levels) {
            Box all = level.stream().map(placed::get).reduce(Box::union).orElseThrow();
            level.forEach(item -> result.put(item, placed.get(item).moved((widest - all.width()) / 2 - all.x(), 0)));
        }
        return result;
    }

    private boolean isJoined(Set<Item> children) {
        Item parent = children.iterator().next().parent();
        return scene.edges().stream().anyMatch(edge -> {
            Item a = childOf(parent, edge.source());
            Item b = childOf(parent, edge.target());
            return a != null && b != null && a != b;
        });
    }

    /** The child of a parent that an item is in, or is; null where it is elsewhere. */
    private static Item childOf(Item parent, Item item) {
        Item at = item;
        while (at != null && at.parent() != parent) {
            at = at.parent();
        }
        return at;
    }

    private void assign(Item item, int x, int y) {
        Box box = inner.get(item).moved(x, y);
        boxes.put(item, box);
        item.children().forEach(child -> assign(child, box.x(), box.y()));
    }
}
