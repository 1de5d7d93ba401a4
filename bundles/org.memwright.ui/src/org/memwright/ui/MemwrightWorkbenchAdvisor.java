/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.memwright.ui.preference.RunOptions;
import org.memwright.ui.problem.ProblemService;
import org.memwright.ui.welcome.WelcomeEditor;
import org.memwright.ui.welcome.WelcomeInput;
import org.osgi.framework.Bundle;

/** Prepares the workbench: resources as its input, the images that views expect, and what was asked for opened. */
final class MemwrightWorkbenchAdvisor extends WorkbenchAdvisor {
    private static final long CHECK_MILLIS = 1000;

    private static final String ICONS = "icons/full/obj16/";

    /** Images that org.eclipse.ui.ide's own application declares and navigator and problems view look up by these ids. */
    private static final Map<String, String> IMAGES = Map.of(
            IDE.SharedImages.IMG_OBJ_PROJECT,
            "prj_obj.svg",
            IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED,
            "cprj_obj.svg",
            "IMG_OBJS_ERROR_PATH",
            "error_tsk.svg",
            "IMG_OBJS_WARNING_PATH",
            "warn_tsk.svg",
            "IMG_OBJS_INFO_PATH",
            "info_tsk.svg");

    private final Optional<Path> toOpen;
    private final Splash splash;

    /**
     * @param toOpen a folder or a file to show as a project, if one was named at the start
     * @param splash what is shown until the window is
     */
    MemwrightWorkbenchAdvisor(Optional<Path> toOpen, Splash splash) {
        this.toOpen = toOpen;
        this.splash = splash;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        Bundle ide = Platform.getBundle("org.eclipse.ui.ide");
        IMAGES.forEach((id, file) -> {
            URL image = FileLocator.find(ide, IPath.fromPortableString(ICONS + file));
            configurer.declareImage(id, ImageDescriptor.createFromURL(image), true);
        });
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return MemwrightPerspective.ID;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new MemwrightWindowAdvisor(configurer);
    }

    @Override
    public void postStartup() {
        splash.close();
        RunOptions.publish();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        }
        IWorkbenchPage page = window.getActivePage();
        try {
            if (toOpen.isPresent()) {
                ProjectFolder.open(toOpen.get(), page);
            } else if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
                page.openEditor(new WelcomeInput(), WelcomeEditor.ID);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
        }
        checkSoon();
    }

    /** What changed while the workbench was not open is checked once the window can be used. */
    private static void checkSoon() {
        Job job = Job.createSystem("Check projects", monitor -> {
            ProblemService problems = PlatformUI.getWorkbench().getService(ProblemService.class);
            for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
                problems.check(project);
            }
        });
        job.setPriority(Job.DECORATE);
        job.schedule(CHECK_MILLIS);
    }

    @Override
    public boolean preShutdown() {
        try {
            ResourcesPlugin.getWorkspace().save(true, new NullProgressMonitor());
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.BLOCK);
        }
        return super.preShutdown();
    }
}
