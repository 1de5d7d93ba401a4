/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRewriteTarget;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/** Brings the file, or the lines that are selected, into canonical form. */
public final class FormatHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Editors.Caret caret = Editors.caret(event).orElse(null);
        if (caret == null || !caret.editor().isEditable()) {
            return null;
        }
        var design = caret.design();
        Span selected = caret.selected();
        List<TextChange> changes = selected.length() == 0
                ? design.project().format(design.path())
                : design.project().format(design.path(), selected);
        IRewriteTarget target = caret.editor().getAdapter(IRewriteTarget.class);
        try {
            if (target != null) {
                target.beginCompoundChange();
            }
            FileChanges.perform(caret.viewer().getDocument(), changes);
        } catch (BadLocationException e) {
            throw new ExecutionException("The text changed while it was being formatted. Try again.", e);
        } finally {
            if (target != null) {
                target.endCompoundChange();
            }
        }
        return null;
    }
}
