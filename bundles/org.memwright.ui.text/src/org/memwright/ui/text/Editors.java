/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.memwright.lang.Project;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.ui.Design;

/** The text editors of designs: which one is meant, and how to get to a place. */
final class Editors {
    static final String ID = "org.eclipse.ui.genericeditor.GenericEditor";

    /** An editor where a command was given, and where its caret is. */
    record Caret(ITextEditor editor, ITextViewer viewer, Design design, Span selected) {}

    private Editors() {}

    static boolean isDesign(IEditorPart editor) {
        return editor.getEditorInput() != null
                && editor.getEditorInput().getName().endsWith(Project.EXTENSION);
    }

    /** The place of a command; empty where the active editor shows no design of the workspace as text. */
    static Optional<Caret> caret(ExecutionEvent event) {
        IEditorPart part = HandlerUtil.getActiveEditor(event);
        if (part == null || !isDesign(part)) {
            return Optional.empty();
        }
        ITextEditor editor = part.getAdapter(ITextEditor.class);
        ITextViewer viewer = part.getAdapter(ITextViewer.class);
        if (editor == null || viewer == null || viewer.getDocument() == null) {
            return Optional.empty();
        }
        var range = viewer.getSelectedRange();
        return DesignTexts.get()
                .of(viewer.getDocument())
                .design()
                .map(design -> new Caret(editor, viewer, design, new Span(range.x, range.y)));
    }

    /** Opens a place: of the project in its editor, of the library in one that cannot be written to. */
    static void open(Location location) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            IEditorPart part = open(page, location.file());
            ITextEditor editor = part.getAdapter(ITextEditor.class);
            if (editor != null) {
                editor.selectAndReveal(location.span().offset(), location.span().length());
            }
        } catch (PartInitException e) {
            ILog.of(Editors.class).log(e.getStatus());
        }
    }

    private static IEditorPart open(IWorkbenchPage page, URI address) throws PartInitException {
        Optional<IFile> file = "file".equals(address.getScheme())
                ? DesignTexts.get().designs().file(Path.of(address))
                : Optional.empty();
        return file.isPresent()
                ? IDE.openEditor(page, file.get(), ID)
                : page.openEditor(
                        new LibraryInput(address), ID, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
    }
}
