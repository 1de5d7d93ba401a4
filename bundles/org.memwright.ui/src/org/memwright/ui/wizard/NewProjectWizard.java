/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.wizard;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.memwright.catalog.ProjectTemplate;

/** Makes a project with a design that runs, and opens it. */
public final class NewProjectWizard extends Wizard implements INewWizard {
    /** The id of the wizard. */
    public static final String ID = "org.memwright.ui.wizard.project";

    private IWorkbench workbench;
    private ProjectPage page;

    public NewProjectWizard() {
        setWindowTitle("New Memwright project");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench inside, IStructuredSelection selection) {
        workbench = inside;
    }

    @Override
    public void addPages() {
        page = new ProjectPage();
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        IProject project = page.getProjectHandle();
        URI folder = page.useDefaults() ? null : page.getLocationURI();
        ProjectTemplate template = page.template();
        try {
            getContainer().run(true, true, new WorkspaceModifyOperation() {
                @Override
                protected void execute(IProgressMonitor monitor) throws CoreException {
                    create(project, folder, template, monitor);
                }
            });
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            ErrorDialog.openError(
                    getShell(),
                    getWindowTitle(),
                    "The project is not made.",
                    cause instanceof CoreException core
                            ? core.getStatus()
                            : org.eclipse.core.runtime.Status.error(String.valueOf(cause.getMessage()), cause));
            return false;
        } catch (InterruptedException cancelled) {
            return false;
        }
        show(project.getFile(ProjectTemplate.FILE));
        return true;
    }

    /**
     * Makes a project with one design.
     *
     * @param folder where it lies; null for a folder of its name in the workspace
     * @throws CoreException where there is such a project or the folder cannot be written
     */
    public static void create(IProject project, URI folder, ProjectTemplate template, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
        description.setLocationURI(folder);
        project.create(description, progress.split(1));
        project.open(progress.split(1));
        IFile design = project.getFile(ProjectTemplate.FILE);
        if (!design.exists()) {
            design.create(
                    new ByteArrayInputStream(template.text().getBytes(StandardCharsets.UTF_8)),
                    true,
                    progress.split(1));
        }
    }

    private void show(IFile design) {
        IWorkbenchPage active = workbench.getActiveWorkbenchWindow().getActivePage();
        BasicNewResourceWizard.selectAndReveal(design, workbench.getActiveWorkbenchWindow());
        try {
            IDE.openEditor(active, design);
        } catch (PartInitException e) {
            ErrorDialog.openError(getShell(), getWindowTitle(), "The design is made, but not opened.", e.getStatus());
        }
    }
}
