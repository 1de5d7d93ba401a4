/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.wizard;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.memwright.ui.ProjectFolder;

/** Asks for a folder and shows it as a project; its files stay where they are. */
public final class OpenFolderHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var dialog = new DirectoryDialog(window.getShell(), SWT.OPEN);
        dialog.setText("Open folder");
        dialog.setMessage("A folder with .memw files. It becomes a project; its files stay where they are.");
        String chosen = dialog.open();
        if (chosen != null) {
            try {
                IProject project = ProjectFolder.open(Path.of(chosen), window.getActivePage());
                BasicNewResourceWizard.selectAndReveal(project, window);
            } catch (CoreException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
            }
        }
        return null;
    }
}
