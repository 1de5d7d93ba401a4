/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.ComponentEditPolicy;
import org.eclipse.gef.requests.GroupRequest;
import org.memwright.edit.Delete;
import org.memwright.ui.diagram.scene.Kind;

/** Deletes items. */
final class ItemPolicy extends ComponentEditPolicy {
    @Override
    protected Command createDeleteCommand(GroupRequest request) {
        ItemPart part = (ItemPart) getHost();
        if (part.item().kind() == Kind.SHELF || part.item().kind() == Kind.TASK) {
            return null;
        }
        if (!part.item().isEditable()) {
            return null;
        }
        return new EditCommand(part.diagram(), () -> new Delete(part.item().element()));
    }
}
