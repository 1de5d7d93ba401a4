/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.gef.commands.Command;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.scene.Item;

/** Moves a figure to another place of what it is in; the text does not change. */
final class PlaceCommand extends Command {
    private final Diagram diagram;
    private final Item item;
    private final int x;
    private final int y;

    /**
     * @param x from the left of what the item is in
     * @param y from its top
     */
    PlaceCommand(Diagram diagram, Item item, int x, int y) {
        super("Move");
        this.diagram = diagram;
        this.item = item;
        this.x = x;
        this.y = y;
    }

    @Override
    public void execute() {
        diagram.positions().move(diagram.scene(), item, x, y);
        diagram.layOut();
    }

    @Override
    public boolean canUndo() {
        return false;
    }
}
