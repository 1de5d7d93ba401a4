/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.problem;

import java.util.LinkedHashSet;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.memwright.ui.Design;
import org.memwright.ui.DesignService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks the files that no editor shows: all of a project when it is opened, and those beside a file that changed, for a change of one
 * file may be a problem of another.
 *
 * <p>State: projects that wait for their turn, in one background job. A newer change starts the job's work on the project again.
 */
@Component(service = ProblemService.class)
public final class ProblemService {
    private static final long PAUSE_MILLIS = 500;

    private final DesignService designs;
    private final LinkedHashSet<IProject> waiting = new LinkedHashSet<>();
    private final Job job;
    private final IResourceChangeListener listener = this::resourcesChanged;

    /** @param designs what is checked */
    @Activate
    public ProblemService(@Reference DesignService designs) {
        this.designs = designs;
        ICoreRunnable work = this::checkAll;
        job = Job.create("Checking designs", work);
        job.setPriority(Job.DECORATE);
        job.setSystem(true);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    @Deactivate
    void stop() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
        job.cancel();
    }

    /** Checks all files of a project soon. */
    public void check(IProject project) {
        synchronized (waiting) {
            waiting.remove(project);
            waiting.add(project);
        }
        job.schedule(PAUSE_MILLIS);
    }

    /** Checks one file now, in this thread. */
    public void check(IFile file) throws CoreException {
        Optional<Design> design = designs.design(file);
        if (design.isPresent()) {
            Problems.mark(file, design.get().project().findings(design.get().path()));
        }
    }

    private void checkAll(IProgressMonitor monitor) throws CoreException {
        for (IProject project = next(); project != null && !monitor.isCanceled(); project = next()) {
            if (!project.isAccessible()) {
                continue;
            }
            for (IFile file : designs.designs(project)) {
                if (monitor.isCanceled() || isWaiting(project)) {
                    break; // what was found is out of date
                }
                try {
                    check(file);
                } catch (CoreException e) {
                    ILog.of(ProblemService.class).error(file.getFullPath() + " is not checked.", e);
                }
            }
        }
    }

    private IProject next() {
        synchronized (waiting) {
            return waiting.isEmpty() ? null : waiting.removeFirst();
        }
    }

    private boolean isWaiting(IProject project) {
        synchronized (waiting) {
            return waiting.contains(project);
        }
    }

    private void resourcesChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(delta -> {
                IResource resource = delta.getResource();
                boolean opened = resource instanceof IProject
                        && (delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.OPEN) != 0);
                boolean text =
                        delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
                if (opened || (text && DesignService.isDesign(resource))) {
                    check(resource.getProject());
                }
                return true;
            });
        } catch (CoreException e) {
            ILog.of(ProblemService.class).log(e.getStatus());
        }
    }
}
