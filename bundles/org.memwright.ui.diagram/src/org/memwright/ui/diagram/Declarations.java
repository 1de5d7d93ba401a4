/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.memwright.ui.diagram.design.DesignDocument;

/** Shows where in the text a part is declared. */
final class Declarations {
    private static final String TEXT_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private Declarations() {}

    static void open(EObject part, DesignDocument document, IWorkbenchPage page) {
        if (part == null) {
            return;
        }
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        if (node == null) {
            return;
        }
        IFile file = document.fileOf(part.eResource().getURI()).orElse(null);
        if (file == null || !file.exists()) {
            return;
        }
        try {
            IEditorPart editor = page.openEditor(
                    new FileEditorInput(file), TEXT_EDITOR, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            ITextEditor text = editor.getAdapter(ITextEditor.class);
            if (text != null) {
                text.selectAndReveal(node.getOffset(), node.getLength());
            }
        } catch (PartInitException e) {
            ILog.of(Declarations.class).error(file.getFullPath() + " cannot be opened.", e);
        }
    }
}
