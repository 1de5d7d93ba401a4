/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.function.BooleanSupplier;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;

/** Executes commands and keeps none: the document's history is the one stack of undo. */
public final class DocumentCommandStack extends CommandStack {
    private final BooleanSupplier dirty;
    private final Runnable undo;
    private final Runnable redo;

    public DocumentCommandStack(BooleanSupplier dirty, Runnable undo, Runnable redo) {
        this.dirty = dirty;
        this.undo = undo;
        this.redo = redo;
    }

    @Override
    public void execute(Command command) {
        if (command != null && command.canExecute()) {
            command.execute();
            notifyListeners();
        }
    }

    @Override
    public boolean isDirty() {
        return dirty.getAsBoolean();
    }

    @Override
    public void undo() {
        undo.run();
    }

    @Override
    public void redo() {
        redo.run();
    }
}
