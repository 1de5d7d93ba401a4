/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.memwright.lang.ide.names.Renaming;

/** Renames what is named at the caret, in all files of the project. */
public final class RenameHandler extends AbstractHandler {
    private static final String TITLE = "Rename";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Editors.Caret caret = Editors.caret(event).orElse(null);
        if (caret == null) {
            return null;
        }
        Shell shell = HandlerUtil.getActiveShell(event);
        try {
            var rename = new RenameRefactoring(caret.design(), caret.selected().offset());
            new RefactoringWizardOpenOperation(new RenameWizard(rename)).run(shell, TITLE);
        } catch (Renaming.Refused refused) {
            MessageDialog.openInformation(shell, TITLE, String.valueOf(refused.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
