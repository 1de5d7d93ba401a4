/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.search.ui.NewSearchUI;

/** Lists in the Search view every place that names what is named at the caret. */
public final class ReferencesHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Editors.caret(event)
                .ifPresent(caret -> NewSearchUI.runQueryInBackground(
                        new ReferencesQuery(caret.design(), caret.selected().offset())));
        return null;
    }
}
