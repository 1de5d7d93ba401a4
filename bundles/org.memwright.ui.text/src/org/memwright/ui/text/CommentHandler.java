/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRewriteTarget;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/** Makes comments of the selected lines, or text again where all of them are comments. */
public final class CommentHandler extends AbstractHandler {
    private static final String MARK = "//";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Editors.Caret caret = Editors.caret(event).orElse(null);
        if (caret == null || !caret.editor().isEditable()) {
            return null;
        }
        IRewriteTarget target = caret.editor().getAdapter(IRewriteTarget.class);
        try {
            if (target != null) {
                target.beginCompoundChange();
            }
            FileChanges.perform(
                    caret.viewer().getDocument(),
                    toggle(caret.viewer().getDocument().get(), caret.selected()));
        } catch (BadLocationException e) {
            throw new ExecutionException("The text changed in the meantime. Try again.", e);
        } finally {
            if (target != null) {
                target.endCompoundChange();
            }
        }
        return null;
    }

    static List<TextChange> toggle(String text, Span selected) {
        var lines = new Lines(text);
        int first = lines.line(selected.offset());
        int last = lines.line(Math.max(selected.offset(), selected.end() - 1));
        List<Integer> written = new ArrayList<>();
        int column = Integer.MAX_VALUE;
        boolean comments = true;
        for (int line = first; line <= last; line++) {
            String content = text.substring(lines.start(line), lines.end(line));
            if (!content.isBlank()) {
                written.add(line);
                String inside = content.stripLeading();
                column = Math.min(column, content.length() - inside.length());
                comments &= inside.startsWith(MARK);
            }
        }
        List<TextChange> changes = new ArrayList<>();
        for (int line : written) {
            int start = lines.start(line);
            if (comments) {
                int mark = text.indexOf(MARK, start);
                int end = mark + MARK.length();
                boolean blank = end < lines.end(line) && text.charAt(end) == ' ';
                changes.add(new TextChange(Span.between(mark, blank ? end + 1 : end), ""));
            } else {
                changes.add(new TextChange(new Span(start + column, 0), MARK + " "));
            }
        }
        return changes;
    }
}
