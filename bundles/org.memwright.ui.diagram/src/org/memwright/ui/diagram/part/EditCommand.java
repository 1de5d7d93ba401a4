/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.function.Supplier;
import org.eclipse.gef.commands.Command;
import org.memwright.edit.Edit;
import org.memwright.ui.diagram.design.Diagram;

/**
 * Hands one {@link Edit} to the text; the only Command of the diagrams that edits.
 *
 * <p>It is not undone here: the document's undo takes the text back, and the diagram follows the text.
 */
public final class EditCommand extends Command {
    private final Diagram diagram;
    private final Supplier<Edit> edit;

    /** @param edit made for the model as it is when it is asked for */
    public EditCommand(Diagram diagram, Supplier<Edit> edit) {
        super("Edit");
        this.diagram = diagram;
        this.edit = edit;
    }

    @Override
    public boolean canExecute() {
        return diagram.allows(edit);
    }

    @Override
    public void execute() {
        diagram.make(edit);
    }

    @Override
    public boolean canUndo() {
        return false;
    }
}
