/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/** Something between two items of a scene: a link, a flow, or what one step has to do with another. */
public final class Edge {
    /** Hears that an edge looks different now. */
    public interface Listener {
        void changed(Edge edge);
    }

    private final Kind kind;
    private final List<Listener> listeners = new ArrayList<>();
    private String key;
    private Facts facts;
    private EObject element;
    private boolean editable;
    private Item source;
    private Item target;
    private Item.Level level = Item.Level.NONE;

    Edge(Kind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Facts facts() {
        return facts;
    }

    /** The part of the model that says so, as it was parsed last. */
    public EObject element() {
        return element;
    }

    public boolean isEditable() {
        return editable;
    }

    public Item source() {
        return source;
    }

    public Item target() {
        return target;
    }

    /** How busy it is in a run. */
    public Item.Level level() {
        return level;
    }

    /** Shows how busy it is. */
    public void setLevel(Item.Level level) {
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

    void rekey(String newKey) {
        key = newKey;
    }

    boolean update(Facts newFacts, EObject newElement, boolean newEditable, Item newSource, Item newTarget) {
        boolean different = !newFacts.equals(facts) || source != newSource || target != newTarget;
        facts = newFacts;
        element = newElement;
        editable = newEditable;
        source = newSource;
        target = newTarget;
        return different;
    }

    void changed() {
        List.copyOf(listeners).forEach(listener -> listener.changed(this));
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
