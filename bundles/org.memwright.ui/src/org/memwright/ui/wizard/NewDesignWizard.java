/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes a design in a project, with its package named after it. */
public final class NewDesignWizard extends BasicNewResourceWizard {
    /** The id of the wizard. */
    public static final String ID = "org.memwright.ui.wizard.design";

    private static final String EXTENSION = "memw";

    private WizardNewFileCreationPage page;

    @Override
    public void init(IWorkbench inside, IStructuredSelection selected) {
        super.init(inside, selected);
        setWindowTitle("New Memwright file");
    }

    @Override
    public void addPages() {
        page = new WizardNewFileCreationPage("file", getSelection()) {
            @Override
            protected InputStream getInitialContents() {
                return new ByteArrayInputStream(text(getFileName()).getBytes(StandardCharsets.UTF_8));
            }
        };
        page.setTitle("Memwright file");
        page.setDescription("A file of a project; it sees what the other files of the project declare.");
        page.setFileExtension(EXTENSION);
        page.setFileName("new." + EXTENSION);
        addPage(page);
    }

    /** The text of a new file: its package, from what its name has of letters and digits. */
    static String text(String fileName) {
        String name = fileName.replaceFirst("\\." + EXTENSION + "$", "").replaceAll("[^A-Za-z0-9_]", "");
        return "package " + (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "design" + name : name) + "\n\n";
    }

    @Override
    public boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null) {
            return false;
        }
        selectAndReveal(file);
        try {
            IDE.openEditor(getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
        } catch (PartInitException e) {
            ErrorDialog.openError(getShell(), getWindowTitle(), "The file is made, but not opened.", e.getStatus());
        }
        return true;
    }
}
