/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items and edges of one diagram.
 *
 * <p>State: {@link #show} turns it into another drawing and keeps every item that the new drawing still has, so that what is
 * selected stays selected. A part that lost its name to a new one at the same place is the same item under another name. Cost: linear
 * in the parts.
 */
public final class Scene {
    /** Hears that items or edges came, went or moved. */
    public interface Listener {
        void restructured();
    }

    private final List<Listener> listeners = new ArrayList<>();
    private Map<String, Item> items = new LinkedHashMap<>();
    private Map<String, Edge> edges = new LinkedHashMap<>();
    private Item root;

    public Item root() {
        return root;
    }

    /** All items, the root first, each before what is in it. */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public List<Edge> edges() {
        return List.copyOf(edges.values());
    }

    public Optional<Item> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    public Optional<Edge> edge(String key) {
        return Optional.ofNullable(edges.get(key));
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Shows another drawing, item by item. */
    public void show(Drawing drawing) {
        Map<String, Drawing.Part> parts = new LinkedHashMap<>();
        collect(drawing.root(), parts);
        Map<String, String> oldKeys = renamed(parts);
        Map<String, Item> before = items;
        Map<String, Item> now = new LinkedHashMap<>();
        List<Item> changed = new ArrayList<>();
        parts.forEach((key, part) -> {
            Item item = before.get(oldKeys.getOrDefault(key, key));
            if (item == null || item.kind() != part.kind()) {
                item = new Item(part.kind(), key);
            }
            item.rekey(key);
            if (item.update(part.facts(), part.element(), part.editable())) {
                changed.add(item);
            }
            now.put(key, item);
        });
        boolean restructured = root != now.get(drawing.root().key()) || before.size() != now.size();
        restructured |= place(drawing.root(), null, now);
        restructured |= !new LinkedHashSet<>(before.values()).equals(new LinkedHashSet<>(now.values()));
        items = now;
        root = now.get(drawing.root().key());
        restructured |= connect(drawing.edges());
        if (restructured) {
            List.copyOf(listeners).forEach(Listener::restructured);
        }
        changed.forEach(Item::changed);
    }

    /** Shows nothing. */
    public void clear() {
        items = Map.of();
        edges = Map.of();
        root = null;
        List.copyOf(listeners).forEach(Listener::restructured);
    }

    private static void collect(Drawing.Part part, Map<String, Drawing.Part> parts) {
        parts.put(part.key(), part);
        part.children().forEach(child -> collect(child, parts));
    }

    /** The former keys of parts under new keys: one part less and one more at the same place are one part renamed. */
    private Map<String, String> renamed(Map<String, Drawing.Part> parts) {
        Map<String, String> oldKeys = new HashMap<>();
        if (root == null) {
            return oldKeys;
        }
        Drawing.Part newRoot = parts.values().iterator().next();
        if (!newRoot.key().equals(root.key()) && newRoot.kind() == root.kind()) {
            oldKeys.put(newRoot.key(), root.key());
        }
        for (Drawing.Part part : parts.values()) {
            Item old = items.get(oldKeys.getOrDefault(part.key(), part.key()));
            if (old == null) {
                continue;
            }
            List<Drawing.Part> come = part.children().stream()
                    .filter(child -> !items.containsKey(child.key()))
                    .toList();
            List<Item> gone = old.children().stream()
                    .filter(child -> !parts.containsKey(child.key()))
                    .toList();
            for (int i = 0; come.size() == gone.size() && i < come.size(); i++) {
                if (come.get(i).kind() == gone.get(i).kind()) {
                    oldKeys.put(come.get(i).key(), gone.get(i).key());
                }
            }
        }
        Set<String> matched = new LinkedHashSet<>(oldKeys.values());
        for (Drawing.Part part : parts.values()) {
            if (items.containsKey(part.key()) || oldKeys.containsKey(part.key())) {
                continue;
            }
            List<Item> moved = items.values().stream()
                    .filter(item -> !parts.containsKey(item.key()) && !matched.contains(item.key()))
                    .filter(item -> item.kind() == part.kind() && item.name().equals(Item.name(part.key())))
                    .toList();
            if (moved.size() == 1) {
                oldKeys.put(part.key(), moved.getFirst().key());
                matched.add(moved.getFirst().key());
            }
        }
        return oldKeys;
    }

    private static boolean place(Drawing.Part part, Item parent, Map<String, Item> now) {
        Item item = now.get(part.key());
        List<Item> children =
                part.children().stream().map(child -> now.get(child.key())).toList();
        boolean different = item.parent() != parent || !item.children().equals(children);
        item.place(parent, children);
        for (Drawing.Part child : part.children()) {
            different |= place(child, item, now);
        }
        return different;
    }

    private boolean connect(List<Drawing.Line> lines) {
        Map<String, Edge> before = edges;
        Map<String, Edge> now = new LinkedHashMap<>();
        Map<Item, List<Edge>> outgoing = new HashMap<>();
        Map<Item, List<Edge>> incoming = new HashMap<>();
        List<Edge> changed = new ArrayList<>();
        Set<String> come = new LinkedHashSet<>();
        lines.forEach(line -> come.add(line.key()));
        List<Edge> gone = new ArrayList<>(before.values().stream()
                .filter(edge -> !come.contains(edge.key()))
                .toList());
        boolean restructured = false;
        for (Drawing.Line line : lines) {
            Item source = items.get(line.source());
            Item target = items.get(line.target());
            if (source == null || target == null) {
                continue;
            }
            Edge edge = before.get(line.key());
            if (edge == null) {
                edge = gone.stream()
                        .filter(old -> old.kind() == line.kind() && old.source() == source && old.target() == target)
                        .findFirst()
                        .orElse(null);
                gone.remove(edge);
            }
            if (edge == null || edge.kind() != line.kind()) {
                edge = new Edge(line.kind(), line.key());
                restructured = true;
            }
            edge.rekey(line.key());
            boolean moved = edge.source() != source || edge.target() != target;
            restructured |= moved;
            if (edge.update(line.facts(), line.element(), line.editable(), source, target)) {
                changed.add(edge);
            }
            now.put(line.key(), edge);
            outgoing.computeIfAbsent(source, key -> new ArrayList<>()).add(edge);
            incoming.computeIfAbsent(target, key -> new ArrayList<>()).add(edge);
        }
        restructured |= !new LinkedHashSet<>(before.values()).equals(new LinkedHashSet<>(now.values()));
        edges = now;
        for (Item item : items.values()) {
            item.connect(outgoing.getOrDefault(item, List.of()), incoming.getOrDefault(item, List.of()));
        }
        changed.forEach(Edge::changed);
        return restructured;
    }
}
