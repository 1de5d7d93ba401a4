/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextUtilities;

/** Indents a new line as the one before, further in behind an opening brace, whose partner is written with it. */
public final class Indentation implements IAutoEditStrategy {
    private static final String STEP = "  ";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        boolean newLine = command.length == 0
                && command.text != null
                && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0;
        try {
            if (newLine) {
                indent(document, command);
            } else if ("}".equals(command.text)) {
                outdent(document, command);
            }
        } catch (BadLocationException outOfDate) {
            command.doit = true; // the key does what it says
        }
    }

    private static void indent(IDocument document, DocumentCommand command) throws BadLocationException {
        int line = document.getLineOfOffset(command.offset);
        int start = document.getLineOffset(line);
        String before = document.get(start, command.offset - start);
        String indentation =
                before.substring(0, before.length() - before.stripLeading().length());
        if (!before.stripTrailing().endsWith("{")) {
            command.text += indentation;
            return;
        }
        String delimiter = command.text;
        String after = document.get(command.offset, start + document.getLineLength(line) - command.offset);
        command.text += indentation + STEP;
        boolean open = count(document.get(), '{') > count(document.get(), '}');
        if (after.isBlank() && open) {
            command.caretOffset = command.offset + command.text.length();
            command.shiftsCaret = false;
            command.text += delimiter + indentation + "}";
        } else if (after.stripLeading().startsWith("}")) {
            command.caretOffset = command.offset + command.text.length();
            command.shiftsCaret = false;
            command.text += delimiter + indentation;
        }
    }

    private static void outdent(IDocument document, DocumentCommand command) throws BadLocationException {
        int line = document.getLineOfOffset(command.offset);
        int start = document.getLineOffset(line);
        String before = document.get(start, command.offset - start);
        if (before.isBlank() && before.endsWith(STEP)) {
            command.offset -= STEP.length();
            command.length += STEP.length();
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
