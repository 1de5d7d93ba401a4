/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ISetSelectionTarget;

/** A folder on disk as a project: its files stay where they are. */
public final class ProjectFolder {
    private static final String NAVIGATOR = "org.eclipse.ui.navigator.ProjectExplorer";

    private ProjectFolder() {}

    /**
     * Shows a folder as a project, or a file's folder as a project and the file in an editor.
     *
     * @param path an existing folder or file
     * @param page where the editor opens
     * @return the project, open and up to date with the disk
     * @throws CoreException if there is no such path, or the workspace refuses the folder
     */
    public static IProject open(Path path, IWorkbenchPage page) throws CoreException {
        if (!Files.exists(path)) {
            throw new CoreException(
                    Status.error("There is no file or folder " + path + ". Name an existing one after -open."));
        }
        if (Files.isDirectory(path)) {
            IProject project = project(path);
            IResource[] members = project.members();
            reveal(
                    Arrays.stream(members)
                            .filter(DesignService::isDesign)
                            .findFirst()
                            .orElse(members.length == 0 ? project : members[0]),
                    page);
            return project;
        }
        IProject project = project(path.getParent());
        IFile file = project.getFile(path.getFileName().toString());
        IDE.openEditor(page, file);
        reveal(file, page);
        return project;
    }

    /** Selects a file, so that one sees what is beside it, where the navigator is open. */
    private static void reveal(IResource resource, IWorkbenchPage page) {
        if (page.findView(NAVIGATOR) instanceof ISetSelectionTarget navigator) {
            navigator.selectReveal(new StructuredSelection(resource));
        }
    }

    private static IProject project(Path folder) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IPath location = IPath.fromPath(folder);
        for (IProject known : workspace.getRoot().getProjects()) {
            if (location.equals(known.getLocation())) {
                known.open(new NullProgressMonitor());
                known.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
                return known;
            }
        }
        String name = freeName(
                workspace,
                folder.getFileName() == null ? "root" : folder.getFileName().toString());
        IProjectDescription description = workspace.newProjectDescription(name);
        description.setLocation(location);
        IProject project = workspace.getRoot().getProject(name);
        project.create(description, new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        return project;
    }

    private static String freeName(IWorkspace workspace, String wanted) {
        String name = wanted;
        for (int next = 2; workspace.getRoot().getProject(name).exists(); next++) {
            name = String.format(Locale.ROOT, "%s (%d)", wanted, next);
        }
        return name;
    }
}
