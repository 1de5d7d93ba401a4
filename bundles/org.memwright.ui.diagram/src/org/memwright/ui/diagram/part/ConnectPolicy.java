/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.memwright.edit.Edit;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;

/** Draws links, flows and edges between steps, and moves their ends. */
final class ConnectPolicy extends GraphicalNodeEditPolicy {
    /** Remembers where a connection starts; nothing is done until it ends. */
    private static final class Start extends Command {
        @Override
        public void execute() {
            // the command of the end does it
        }
    }

    private Item item() {
        return ((ItemPart) getHost()).item();
    }

    private Diagram diagram() {
        return ((ItemPart) getHost()).diagram();
    }

    @Override
    protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
        if (!(request.getNewObjectType() instanceof Kind kind) || !Gestures.canStart(kind, item())) {
            return null;
        }
        Command start = new Start();
        request.setStartCommand(start);
        return start;
    }

    @Override
    protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
        if (!(request.getNewObjectType() instanceof Kind kind)
                || !(request.getSourceEditPart() instanceof ItemPart source)) {
            return null;
        }
        Edit possible = Gestures.connect(diagram(), kind, source.item(), item());
        return possible == null
                ? null
                : new EditCommand(diagram(), () -> Gestures.connect(diagram(), kind, source.item(), item()));
    }

    @Override
    protected Command getReconnectSourceCommand(ReconnectRequest request) {
        return reconnect(request, true);
    }

    @Override
    protected Command getReconnectTargetCommand(ReconnectRequest request) {
        return reconnect(request, false);
    }

    private Command reconnect(ReconnectRequest request, boolean atSource) {
        Edge edge = ((EdgePart) request.getConnectionEditPart()).edge();
        Edit possible = Gestures.reconnect(diagram(), edge, atSource, item());
        return possible == null
                ? null
                : new EditCommand(diagram(), () -> Gestures.reconnect(diagram(), edge, atSource, item()));
    }
}
