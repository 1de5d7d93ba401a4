/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.memwright.ui.diagram.scene.Box;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Scene;

/**
 * Where a person moved figures, kept beside the design in {@code NAME.layout}: one line a figure, sorted, so that a diff reads well.
 *
 * <p>What is not in it is placed by the layout; without the file, all is. Moving is undone like any edit.
 */
public final class LayoutFile {
    private static final String HEAD =
            "# Positions of figures. Without this file all figures are placed automatically.\n";

    private final IFile file;
    private final IUndoContext undoContext;
    private final Map<String, Box> places = new TreeMap<>();
    private Runnable changed = () -> {};
    private boolean dirty;

    /**
     * @param design the {@code .memw} file
     * @param undoContext of the design's document
     */
    public LayoutFile(IFile design, IUndoContext undoContext) {
        IPath path = design.getProjectRelativePath().removeFileExtension().addFileExtension("layout");
        file = design.getProject().getFile(path);
        this.undoContext = undoContext;
        read();
    }

    private void read() {
        if (!file.exists()) {
            return;
        }
        try {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int at = line.lastIndexOf(" at ");
                if (line.startsWith("#") || at < 0) {
                    continue;
                }
                String[] numbers = line.substring(at + 4).split(",", -1);
                if (numbers.length == 2) {
                    places.put(
                            line.substring(0, at),
                            new Box(Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip()), 0, 0));
                }
            }
        } catch (CoreException | NumberFormatException e) {
            ILog.of(LayoutFile.class)
                    .warn(file.getFullPath() + " is not a list of positions; figures are placed automatically.", e);
        }
    }

    public void onChange(Runnable listener) {
        changed = listener;
    }

    public boolean isDirty() {
        return dirty;
    }

    private static String key(Scene scene, Item item) {
        return scene.root().key().replaceFirst("^[a-z]+ ", "") + " " + item.key();
    }

    /** What was moved of a scene, relative to what it is in. */
    public Map<Item, Box> of(Scene scene) {
        Map<Item, Box> found = new HashMap<>();
        for (Item item : scene.items()) {
            Optional.ofNullable(places.get(key(scene, item))).ifPresent(box -> found.put(item, box));
        }
        return found;
    }

    /** Moves a figure, as one step of undo. */
    public void move(Scene scene, Item item, int x, int y) {
        Map<String, Box> after = new TreeMap<>(places);
        after.put(key(scene, item), new Box(x, y, 0, 0));
        change("Move", after);
    }

    /** Lets the layout place everything of a scene again, as one step of undo. */
    public void forget(Scene scene) {
        Map<String, Box> after = new TreeMap<>(places);
        scene.items().forEach(item -> after.remove(key(scene, item)));
        if (!after.equals(places)) {
            change("Lay Out", after);
        }
    }

    private void change(String label, Map<String, Box> after) {
        Map<String, Box> before = new TreeMap<>(places);
        var operation = new AbstractOperation(label) {
            @Override
            public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
                return set(after);
            }

            @Override
            public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
                return set(after);
            }

            @Override
            public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
                return set(before);
            }
        };
        operation.addContext(undoContext);
        operation.execute(new NullProgressMonitor(), null);
        OperationHistoryFactory.getOperationHistory().add(operation);
    }

    private IStatus set(Map<String, Box> now) {
        places.clear();
        places.putAll(now);
        dirty = true;
        changed.run();
        return org.eclipse.core.runtime.Status.OK_STATUS;
    }

    /**
     * Writes the file, or deletes it where nothing was moved.
     *
     * @throws CoreException if the file cannot be written
     */
    public void save(IProgressMonitor monitor) throws CoreException {
        if (!dirty) {
            return;
        }
        if (places.isEmpty()) {
            if (file.exists()) {
                file.delete(IResource.FORCE, monitor);
            }
        } else {
            String text = HEAD
                    + places.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + " at " + entry.getValue().x() + ", "
                                            + entry.getValue().y() + "\n")
                            .collect(Collectors.joining());
            file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, monitor);
        }
        dirty = false;
        changed.run();
    }
}
