/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.memwright.edit.AddDeclaration;
import org.memwright.edit.Edit;
import org.memwright.edit.Names;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.Named;
import org.memwright.ui.LanguageService;
import org.memwright.ui.diagram.design.DesignDocument;
import org.memwright.ui.diagram.part.Gestures;
import org.memwright.ui.diagram.part.ItemPart;
import org.memwright.ui.diagram.scene.Drawing;
import org.memwright.ui.diagram.scene.Hierarchies;
import org.memwright.ui.diagram.scene.HierarchyLayout;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Placement;
import org.memwright.ui.diagram.scene.Sizes;

/** Draws a hardware as levels of memory with the stores of a memory in them, and edits both. */
public final class HierarchyEditor extends DiagramEditor {
    /** The editor's id in the workbench. */
    public static final String ID = "org.memwright.ui.diagram.hierarchy";

    private static final String NONE = "(none)";

    private Combo hardwareChoice;
    private Combo memoryChoice;
    private List<Hardware> hardware = List.of();
    private List<Memory> memories = List.of();
    private String chosenHardware;
    private String chosenMemory;
    private String liveDesign = "";

    @Override
    List<Toolbox.Entry> tools() {
        return List.of(
                Toolbox.Entry.item(
                        Kind.UNIT, "Compute unit", "Click where the unit is to be: beside others or in a tier"),
                Toolbox.Entry.item(Kind.TIER, "Tier", "Click where the tier is to be: on a compute unit or beside it"),
                Toolbox.Entry.item(Kind.STORE, "Store", "Click on the tier that is to hold the store"),
                Toolbox.Entry.line(Kind.LINK, "Link", "Draw from one tier to another"),
                Toolbox.Entry.line(
                        Kind.FLOW, "Flow", "Draw from a store to a store (else move) or to a tier (swap when full)"));
    }

    @Override
    void createHead(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(parent);
        hardwareChoice = choice(parent, "Hardware", () -> {
            chosenHardware = hardwareChoice.getText();
            redraw();
        });
        memoryChoice = choice(parent, "Memory", () -> {
            chosenMemory = memoryChoice.getText();
            redraw();
        });
    }

    /**
     * Shows a hardware with the stores of a memory.
     *
     * @param hardwareName the name of a hardware that the file knows
     * @param memoryName the name of a memory; null for none
     */
    public void show(String hardwareName, String memoryName) {
        chosenHardware = hardwareName;
        chosenMemory = memoryName == null ? NONE : memoryName;
        redraw();
    }

    @Override
    public void showDesign(String hardwareName, String memoryName) {
        String design = hardwareName + " " + memoryName;
        if (design.equals(liveDesign)) {
            return; // a person may have chosen another one since
        }
        liveDesign = design;
        String on = simple(hardwareName);
        String filled = simple(memoryName);
        boolean known = List.of(hardwareChoice.getItems()).contains(on)
                && names(memories).contains(filled);
        boolean other = !on.equals(chosenHardware) || !filled.equals(chosenMemory);
        if (known && other) {
            super.clear(); // what stores of the same name held
            show(on, filled);
        }
    }

    private static String simple(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    @Override
    public void clear() {
        liveDesign = "";
        super.clear();
    }

    @Override
    Optional<Drawing> draw() {
        DesignDocument document = document();
        hardware = Hierarchies.hardware(document.project(), document.module());
        List<String> names = names(hardware);
        if (chosenHardware != null && !names.contains(chosenHardware)) {
            Hierarchies.libraryHardware(library(), chosenHardware, document.module())
                    .ifPresent(other -> hardware =
                            Stream.concat(Stream.of(other), hardware.stream()).toList());
        }
        memories = Hierarchies.memories(document.module());
        Hardware shown = chosen(hardware, chosenHardware, diagram().hardware());
        Memory filled = NONE.equals(chosenMemory)
                ? null
                : chosen(memories, chosenMemory, diagram().memory());
        diagram().showing(shown, filled);
        List<String> choices = new ArrayList<>(names);
        Hierarchies.libraryHardware(library()).stream()
                .filter(name -> !names.contains(name))
                .forEach(choices::add);
        fill(hardwareChoice, choices, shown, shown == null);
        fill(memoryChoice, names(memories), filled, true);
        if (shown == null && filled == null) {
            return Optional.empty();
        }
        chosenHardware = shown == null ? null : shown.getName();
        chosenMemory = filled == null ? chosenMemory : filled.getName();
        return Optional.of(Hierarchies.draw(document.module(), shown, filled));
    }

    private static Library library() {
        return PlatformUI.getWorkbench().getService(LanguageService.class).get(Library.class);
    }

    /** What was chosen by name; where that is gone, what is at its place now, and else the first. */
    private static <N extends Named> N chosen(List<N> all, String name, N before) {
        for (N each : all) {
            if (name != null && name.equals(each.getName())) {
                return each;
            }
        }
        if (before != null && before.eContainer() != null) {
            int index = before.eContainer().eContents().indexOf(before);
            for (N each : all) {
                boolean sameFile =
                        each.eResource().getURI().equals(before.eResource().getURI());
                if (sameFile && each.eContainer().eContents().indexOf(each) == index) {
                    return each;
                }
            }
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::getName).distinct().toList();
    }

    private static void fill(Combo combo, List<String> names, Named shown, boolean optional) {
        List<String> items = new ArrayList<>(names);
        if (optional) {
            items.add(NONE);
        }
        if (!List.of(combo.getItems()).equals(items)) {
            combo.setItems(items.toArray(String[]::new));
        }
        combo.setText(shown == null ? NONE : shown.getName());
        combo.setEnabled(items.size() > 1);
    }

    @Override
    String nothing() {
        return "There is no hardware here. Right-click to add one, or import memwright.hardware.* and use one in an"
                + " experiment.";
    }

    @Override
    Placement place(Sizes sizes) {
        return HierarchyLayout.place(
                diagram().scene(), sizes, diagram().positions().of(diagram().scene()));
    }

    @Override
    void fillMenu(IMenuManager menu) {
        MenuManager add = new MenuManager("Add");
        Item into = selected()
                .filter(ItemPart.class::isInstance)
                .map(part -> ((ItemPart) part).item())
                .orElse(diagram().scene().root());
        if (into != null) {
            add(add, "Compute Unit", Kind.UNIT, into);
            add(add, "Tier", Kind.TIER, into);
            add(add, "Store", Kind.STORE, into);
        }
        add.add(action("Hardware", () -> {
            String name = Names.free(document().module(), "Machine");
            if (diagram().make(() -> AddDeclaration.hardware(document().module(), name))) {
                show(name, chosenMemory);
            }
        }));
        add.add(action("Memory", () -> {
            String name = Names.free(document().module(), "Memory");
            if (diagram().make(() -> AddDeclaration.memory(document().module(), name, "kv"))) {
                show(chosenHardware, name);
            }
        }));
        menu.add(add);
    }

    private void add(MenuManager menu, String label, Kind kind, Item into) {
        Edit possible = Gestures.create(diagram(), kind, into, 0);
        if (possible != null) {
            menu.add(action(label, () -> make(() -> Gestures.create(diagram(), kind, into, 0))));
        }
    }
}
