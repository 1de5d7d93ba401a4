/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** Something that a diagram shows. It stays the same object as long as the text says the same thing. */
public final class Item {
    /** Hears that an item looks different now. */
    public interface Listener {
        void changed(Item item);
    }

    private final Kind kind;
    private final List<Listener> listeners = new ArrayList<>();
    private String key;
    private Facts facts;
    private EObject element;
    private boolean editable;
    private Item parent;
    private List<Item> children = List.of();
    private List<Edge> outgoing = List.of();
    private List<Edge> incoming = List.of();
    private Level level = Level.NONE;

    /**
     * How much of something is in use while a design runs.
     *
     * @param share 0 for nothing, 1 for all; negative where nothing is known
     * @param label in words, such as {@code 62 of 80 GiB}
     */
    public record Level(double share, String label) {
        public static final Level NONE = new Level(-1, "");

        public boolean isKnown() {
            return share >= 0;
        }
    }

    Item(Kind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    public Kind kind() {
        return kind;
    }

    /** What tells it from all others of the scene, such as {@code tier node/hbm}. */
    public String key() {
        return key;
    }

    /** What the design calls it, such as {@code hbm}. */
    public String name() {
        return name(key);
    }

    static String name(String key) {
        return key.substring(Math.max(key.lastIndexOf('/'), key.lastIndexOf(' ')) + 1);
    }

    public Facts facts() {
        return facts;
    }

    /** The part of the model, as it was parsed last; null for what only the diagram has. */
    public EObject element() {
        return element;
    }

    /** Whether the part is written in the file that is edited. */
    public boolean isEditable() {
        return editable;
    }

    /** What it is in; null for the root. */
    public Item parent() {
        return parent;
    }

    public List<Item> children() {
        return children;
    }

    public List<Edge> outgoing() {
        return outgoing;
    }

    public List<Edge> incoming() {
        return incoming;
    }

    /** How full it is in a run. */
    public Level level() {
        return level;
    }

    /** Shows how full it is. */
    public void setLevel(Level level) {
        if (!this.level.equals(level)) {
            this.level = level;
            changed();
        }
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** The nearest item around this one, itself included, of a kind. */
    public Optional<Item> around(Kind wanted) {
        for (Item at = this; at != null; at = at.parent) {
            if (at.kind == wanted) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    void rekey(String newKey) {
        key = newKey;
    }

    /** Takes over what was parsed; returns whether it looks different. */
    boolean update(Facts newFacts, EObject newElement, boolean newEditable) {
        boolean different = !newFacts.equals(facts) || newEditable != editable;
        facts = newFacts;
        element = newElement;
        editable = newEditable;
        return different;
    }

    void place(Item newParent, List<Item> newChildren) {
        parent = newParent;
        children = List.copyOf(newChildren);
    }

    void connect(List<Edge> newOutgoing, List<Edge> newIncoming) {
        outgoing = List.copyOf(newOutgoing);
        incoming = List.copyOf(newIncoming);
    }

    void changed() {
        List.copyOf(listeners).forEach(listener -> listener.changed(this));
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
