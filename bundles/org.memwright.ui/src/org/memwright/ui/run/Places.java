/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.memwright.report.archive.KeptRun;

/** Opens places of designs in their editors. */
public final class Places {
    /** The editor of the text of a design. */
    public static final String TEXT_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private Places() {}

    /**
     * Opens a file with a line of it selected.
     *
     * @param line 1 for the first; one behind the end selects the last
     * @param activate whether the keyboard's focus goes there
     */
    public static void open(IWorkbenchPage page, IFile file, int line, int column, boolean activate) {
        try {
            IEditorPart editor = page.openEditor(
                    new FileEditorInput(file),
                    TEXT_EDITOR,
                    activate,
                    IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID); // the file may be open as a diagram as well
            if (!(editor instanceof ITextEditor text) || line < 1) {
                return;
            }
            IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
            IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
            int skipped = Math.clamp(column - 1L, 0, region.getLength());
            text.selectAndReveal(region.getOffset() + skipped, region.getLength() - skipped);
        } catch (CoreException | BadLocationException e) {
            ILog.of(Places.class).warn(file.getFullPath() + " cannot be opened at line " + line + ".", e);
        }
    }

    /**
     * The file of the workspace that a kept run means by a name without folders, as positions in a profile are.
     *
     * @param name such as {@code kv-shootout.memw}
     */
    public static Optional<IFile> file(IProject project, KeptRun run, String name) {
        if (IPath.fromPortableString(run.file()).lastSegment().equals(name)) {
            return existing(project, run.file());
        }
        return run.designs().stream()
                .filter(design -> IPath.fromPortableString(design).lastSegment().equals(name))
                .findFirst()
                .flatMap(design -> existing(project, design));
    }

    private static Optional<IFile> existing(IProject project, String path) {
        return Optional.of(project.getFile(IPath.fromPortableString(path))).filter(IFile::exists);
    }
}
