/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.memwright.report.archive.KeptRun;

/**
 * What a person who asks for a run means: what is selected in the navigator, or the file in the editor.
 *
 * @param resource a file, folder or project
 * @param targets what may be run in it
 * @param line of the cursor in the editor; 0 where it is not the editor that counts
 */
record RunContext(IResource resource, List<RunTarget> targets, int line) {

    /** What is meant in a window; empty where nothing of it is a design. */
    static Optional<RunContext> of(IWorkbenchWindow window, RunService service) {
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return Optional.empty();
        }
        IWorkbenchPart part = page.getActivePart();
        IEditorPart editor = page.getActiveEditor();
        if (part != editor) {
            List<RunTarget> targets = new ArrayList<>();
            IResource first = null;
            for (IResource resource : resources(page.getSelection())) {
                first = first == null ? resource : first;
                targets.addAll(targets(resource, service));
            }
            if (!targets.isEmpty()) {
                return Optional.of(new RunContext(first, targets, 0));
            }
        }
        if (editor == null) {
            return Optional.empty();
        }
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        return file == null || !RunTarget.isDesign(file)
                ? Optional.empty()
                : Optional.of(new RunContext(file, targets(file, service), line(editor)));
    }

    private static List<IResource> resources(ISelection selection) {
        List<IResource> found = new ArrayList<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                IResource resource = Adapters.adapt(element, IResource.class);
                if (resource != null) {
                    found.add(resource);
                }
            }
        }
        return found;
    }

    private static List<RunTarget> targets(IResource resource, RunService service) {
        try {
            return service.targets(resource);
        } catch (CoreException e) {
            ILog.of(RunContext.class).error("No experiments: " + resource.getFullPath() + " cannot be read.", e);
            return List.of();
        }
    }

    private static int line(IEditorPart editor) {
        ISelection selection = editor.getSite().getSelectionProvider() == null
                ? null
                : editor.getSite().getSelectionProvider().getSelection();
        return selection instanceof ITextSelection text ? text.getStartLine() + 1 : 0;
    }

    /** The one to run where none is named: at the cursor, else the one that ran last, else the first. */
    Optional<RunTarget> meant(RunService service) {
        Optional<RunTarget> atCursor = RunTarget.at(targets, line);
        if (atCursor.isPresent() || targets.size() < 2) {
            return atCursor.or(() -> targets.stream().findFirst());
        }
        for (KeptRun run : service.kept(resource.getProject())) {
            for (RunTarget target : targets) {
                boolean sameFile =
                        run.file().equals(target.file().getProjectRelativePath().toString());
                if (sameFile && run.name().equals(target.experiment())) {
                    return Optional.of(target);
                }
            }
        }
        return Optional.of(targets.getFirst());
    }
}
