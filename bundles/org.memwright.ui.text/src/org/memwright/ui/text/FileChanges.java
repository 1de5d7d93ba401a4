/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.edits.TextEdit;
import org.memwright.lang.ide.text.TextChange;

/** Changes of the language's services as changes of the workbench: in open editors where there are some, each with one undo. */
final class FileChanges {
    private FileChanges() {}

    /**
     * All changes as one that can be shown, done and undone.
     *
     * @throws CoreException where a file is not in the workspace
     */
    static Change of(String name, Map<Path, List<TextChange>> changes) throws CoreException {
        var all = new CompositeChange(name);
        for (var each : changes.entrySet()) {
            IFile file = DesignTexts.get()
                    .designs()
                    .file(each.getKey())
                    .orElseThrow(() -> new CoreException(Status.error(
                            each.getKey() + " is not in the workspace. Open its folder as a project first.")));
            var change = new TextFileChange(file.getName(), file);
            change.setTextType("memw");
            change.setEdit(edit(each.getValue()));
            all.add(change);
        }
        return all;
    }

    /** Does the changes at once. */
    static void perform(String name, Map<Path, List<TextChange>> changes, IProgressMonitor monitor)
            throws CoreException {
        Change change = of(name, changes);
        change.initializeValidationData(monitor);
        if (change.isValid(monitor).hasFatalError()) {
            throw new CoreException(Status.error(name + ": a file was changed in the meantime. Try again."));
        }
        change.perform(monitor);
        change.dispose();
    }

    /** Changes one document, undone in one step. */
    static void perform(IDocument document, List<TextChange> changes) throws BadLocationException {
        if (!changes.isEmpty()) {
            try {
                edit(changes).apply(document, TextEdit.CREATE_UNDO);
            } catch (MalformedTreeException e) {
                throw new OperationCanceledException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static TextEdit edit(List<TextChange> changes) {
        var all = new MultiTextEdit();
        changes.stream()
                .sorted(Comparator.comparingInt(change -> change.span().offset()))
                .forEach(change -> all.addChild(
                        new ReplaceEdit(change.span().offset(), change.span().length(), change.text())));
        return all;
    }
}
