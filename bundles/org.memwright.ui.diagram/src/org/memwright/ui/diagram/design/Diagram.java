/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.memwright.edit.Edit;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.ui.diagram.figure.Look;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Scene;
import org.memwright.ui.live.Status;

/**
 * What all edit parts of one diagram share: the document, the scene and the look, and the one door for edits.
 *
 * <p>State: what the diagram alone knows, such as which steps are collapsed.
 */
public final class Diagram {
    /** The name under which a viewer keeps its diagram. */
    public static final String KEY = "org.memwright.ui.diagram";

    private final DesignDocument document;
    private final Fields fields;
    private final Scene scene = new Scene();
    private final Set<String> collapsed = new HashSet<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private final LayoutFile positions;
    private final Consumer<String> messages;
    private Look look;
    private Hardware hardware;
    private Memory memory;
    private Runnable layout = () -> {};
    private Consumer<Set<Object>> made = before -> {};

    /** @param messages shows a person why something cannot be done; empty takes that away */
    public Diagram(DesignDocument document, Fields fields, Look look, LayoutFile positions, Consumer<String> messages) {
        this.document = document;
        this.fields = fields;
        this.look = look;
        this.positions = positions;
        this.messages = messages;
    }

    public DesignDocument document() {
        return document;
    }

    public Scene scene() {
        return scene;
    }

    public Look look() {
        return look;
    }

    public void setLook(Look newLook) {
        look = newLook;
    }

    /** Boxes that a person moved. */
    public LayoutFile positions() {
        return positions;
    }

    /** The hardware that is shown; null in a diagram of a task. */
    public Hardware hardware() {
        return hardware;
    }

    /** The memory whose stores are shown; null for none. */
    public Memory memory() {
        return memory;
    }

    public void showing(Hardware newHardware, Memory newMemory) {
        hardware = newHardware;
        memory = newMemory;
    }

    /** The fields of a part, as it was parsed last. */
    public List<Field> fields(EObject element, boolean editable) {
        return element == null ? List.of() : fields.of(element, hardware, editable);
    }

    /** One field of a part. */
    public Optional<Field> field(EObject element, boolean editable, String id) {
        return fields(element, editable).stream()
                .filter(field -> field.id().equals(id))
                .findFirst();
    }

    /** Whether an edit can be made; says why not where a person can read it. */
    public boolean allows(Supplier<Edit> edit) {
        Optional<String> refusal = document.refusal(edit);
        messages.accept(refusal.orElse(""));
        return refusal.isEmpty();
    }

    /** Makes an edit, if it is allowed. */
    public boolean make(Supplier<Edit> edit) {
        if (!allows(edit)) {
            return false;
        }
        Set<Object> before = new HashSet<>(scene.items());
        before.addAll(scene.edges());
        document.make(edit);
        made.accept(before);
        return true;
    }

    /** Makes what was typed. */
    public boolean make(Attempt attempt) {
        if (attempt.edit().isEmpty()) {
            messages.accept(attempt.problem());
            return false;
        }
        Edit edit = attempt.edit().get();
        return make(() -> edit);
    }

    /** Shows a person a message. */
    public void say(String message) {
        messages.accept(message);
    }

    // ── the tree of a task ─────────────────────────────────────────────────────────────────────────────────

    public boolean isCollapsed(Item item) {
        return collapsed.contains(item.key());
    }

    /** Hides the steps of a step, or shows them again. */
    public void setCollapsed(Item item, boolean isCollapsed) {
        boolean changed = isCollapsed ? collapsed.add(item.key()) : collapsed.remove(item.key());
        if (changed) {
            layout.run();
        }
    }

    /** Hides the steps of all steps, or shows all. */
    public void setAllCollapsed(boolean isCollapsed) {
        collapsed.clear();
        if (isCollapsed) {
            scene.items().stream()
                    .filter(item -> item.kind() == Kind.STEP && !item.children().isEmpty())
                    .forEach(item -> collapsed.add(item.key()));
        }
        layout.run();
    }

    /** The items of a tree that can be seen, each before its children. */
    public List<Item> visible() {
        List<Item> found = new ArrayList<>();
        if (scene.root() != null) {
            collect(scene.root(), found);
        }
        return found;
    }

    private void collect(Item item, List<Item> found) {
        found.add(item);
        if (!isCollapsed(item)) {
            item.children().forEach(child -> collect(child, found));
        }
    }

    /** The nearest item around one, itself included, that can be seen. */
    public Item visible(Item item) {
        Item shown = item;
        for (Item at = item.parent(); at != null; at = at.parent()) {
            if (isCollapsed(at)) {
                shown = at;
            }
        }
        return shown;
    }

    public Status status(Item item) {
        return statuses.getOrDefault(item.key(), Status.PENDING);
    }

    public void setStatus(Item item, Status status) {
        statuses.put(item.key(), status);
    }

    public void clearStatuses() {
        statuses.clear();
    }

    public void onLayout(Runnable newLayout) {
        layout = newLayout;
    }

    public void onMade(Consumer<Set<Object>> listener) {
        made = listener;
    }

    /** Places everything anew. */
    public void layOut() {
        layout.run();
    }
}
