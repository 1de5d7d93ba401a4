/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.Tool;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.ConnectionCreationTool;
import org.eclipse.gef.tools.CreationTool;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.memwright.ui.diagram.scene.Kind;

/** The palette: what can be drawn, one button each. */
final class Toolbox {
    /**
     * Something that can be drawn.
     *
     * @param kind null for the pointer, which selects and drags
     * @param line whether it is drawn from one item to another
     */
    record Entry(Kind kind, String label, String help, boolean line) {
        static Entry item(Kind kind, String label, String help) {
            return new Entry(kind, label, help, false);
        }

        static Entry line(Kind kind, String label, String help) {
            return new Entry(kind, label, help, true);
        }
    }

    /** Makes what a tool draws; GEF hands its type to the policies. */
    private record Factory(Kind kind) implements CreationFactory {
        @Override
        public Object getNewObject() {
            return kind;
        }

        @Override
        public Object getObjectType() {
            return kind;
        }
    }

    /** A diagram narrower than this has room for the icons alone. */
    private static final int ROOM_FOR_WORDS = 680;

    private final Map<Kind, Button> buttons = new LinkedHashMap<>();
    private final Button pointer;
    private final DefaultEditDomain domain;
    private final Composite column;

    /** @param whole the diagram with its tools, which says whether there is room for words */
    Toolbox(
            Composite parent,
            Composite whole,
            DefaultEditDomain domain,
            ResourceManager resources,
            List<Entry> entries) {
        this.domain = domain;
        column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(0, 2).applyTo(column);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(column);
        pointer = button("Select", "Select and drag (Escape)", "pointer", resources, domain::loadDefaultTool);
        pointer.setSelection(true);
        for (Entry entry : entries) {
            String icon = entry.kind.name().toLowerCase(Locale.ROOT);
            buttons.put(entry.kind, button(entry.label, entry.help, icon, resources, () -> start(entry)));
        }
        whole.addControlListener(ControlListener.controlResizedAdapter(e -> arrange(whole.getSize().x)));
    }

    private Button button(String label, String help, String icon, ResourceManager resources, Runnable action) {
        Button button = new Button(column, SWT.TOGGLE | SWT.FLAT | SWT.LEFT);
        button.setText(label);
        button.setData(label);
        button.setToolTipText(label + ": " + help);
        button.setImage(resources.create(icon(icon)));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private void arrange(int width) {
        boolean words = width >= ROOM_FOR_WORDS;
        if (words == pointer.getText().isEmpty()) {
            for (Control child : column.getChildren()) {
                if (child instanceof Button button) {
                    button.setText(words ? String.valueOf(button.getData()) : "");
                }
            }
            column.getParent().layout(true, true);
        }
    }

    /** A drawing of this bundle, crisp at any scale. */
    static ImageDescriptor icon(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Toolbox.class, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    private void start(Entry entry) {
        Tool tool = entry.line
                ? new ConnectionCreationTool(new Factory(entry.kind))
                : new CreationTool(new Factory(entry.kind));
        domain.setActiveTool(tool);
        show(entry.kind);
    }

    /** Shows that the pointer is active again, as it is after each thing drawn. */
    void showPointer() {
        if (!pointer.isDisposed()) {
            show(null);
        }
    }

    private void show(Kind active) {
        pointer.setSelection(active == null);
        buttons.forEach((kind, button) -> button.setSelection(kind == active));
    }
}
