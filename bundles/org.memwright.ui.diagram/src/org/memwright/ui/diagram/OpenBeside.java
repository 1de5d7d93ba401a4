/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainerElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a diagram of the file in front, beside its text. */
public final class OpenBeside extends AbstractHandler {
    private static final String EDITOR = "org.memwright.ui.diagram.editor";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IFile file = file(event);
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        if (file != null) {
            try {
                open(page, file, event.getParameter(EDITOR));
            } catch (PartInitException e) {
                throw new ExecutionException(file.getFullPath() + " cannot be shown as a diagram", e);
            }
        }
        return null;
    }

    private static IFile file(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        if (selection instanceof IStructuredSelection items && items.size() == 1) {
            IFile selected = Adapters.adapt(items.getFirstElement(), IFile.class);
            if (selected != null) {
                return selected;
            }
        }
        return Adapters.adapt(HandlerUtil.getActiveEditorInput(event), IFile.class);
    }

    /**
     * Opens a diagram; to the right of the editors that are open, where there are some.
     *
     * @param editorId {@link HierarchyEditor#ID} or {@link TaskEditor#ID}
     * @throws PartInitException if the file cannot be read
     */
    public static IEditorPart open(IWorkbenchPage page, IFile file, String editorId) throws PartInitException {
        var input = new DiagramInput(file);
        int flags = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
        boolean alone = page.getEditorReferences().length == 0;
        boolean known = page.findEditors(input, editorId, flags).length > 0;
        IEditorPart editor = page.openEditor(input, editorId, true, flags);
        if (!alone && !known) {
            beside(editor);
        }
        return editor;
    }

    private static void beside(IEditorPart editor) {
        MPart part = editor.getSite().getService(MPart.class);
        EModelService model = editor.getSite().getService(EModelService.class);
        MElementContainer<MUIElement> stack = part.getParent();
        if (!((Object) stack instanceof MPartStack left) || left.getChildren().size() < 2) {
            return;
        }
        MElementContainer<MUIElement> area = left.getParent();
        MPartStack right = null;
        for (MUIElement sibling : area.getChildren()) {
            if (sibling != left && sibling instanceof MPartStack other) {
                right = other;
            }
        }
        if (right == null) {
            right = model.createModelElement(MPartStack.class);
            right.getTags().addAll(left.getTags());
            model.insert(right, (MPartSashContainerElement) left, EModelService.RIGHT_OF, 0.55f);
        }
        left.getChildren().remove((MStackElement) part);
        right.getChildren().add((MStackElement) part);
        right.setSelectedElement((MStackElement) part);
        editor.getSite().getPage().activate(editor);
    }
}
