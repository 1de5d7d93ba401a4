/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.problem.Problems;

/** A folder with designs, open in the workbench for one test, after which the workbench's log has no error. */
final class OpenFolder implements BeforeEachCallback, AfterEachCallback {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Map<String, String> texts;
    private final List<IStatus> logged = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) {
            logged.add(status);
        }
    };
    private Path folder;
    private IWorkbenchPage page;
    private IProject project;

    /** @param texts what the folder holds, by file name */
    OpenFolder(Map<String, String> texts) {
        this.texts = texts;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, CoreException {
        assertNotNull(Display.getCurrent(), "tests run in the thread of the display");
        Platform.addLogListener(listener);
        folder = Files.createTempDirectory("memwright-workbench").toRealPath();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        page.closeAllEditors(false);
        project = ProjectFolder.open(folder, page);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, CoreException {
        page.closeAllEditors(false);
        project.delete(false, true, new NullProgressMonitor());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        settle();
        Platform.removeLogListener(listener);
        assertEquals(List.of(), logged, "errors in the workbench's log");
    }

    Path folder() {
        return folder;
    }

    IWorkbenchPage page() {
        return page;
    }

    IProject project() {
        return project;
    }

    IFile file(String name) {
        return project.getFile(name);
    }

    /** Copies the designs of an example into the folder. */
    void copyExample(String name) throws IOException, CoreException {
        Path example = Path.of(System.getProperty("memwright.root"), "examples", name);
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
    }

    static IMarker[] problems(IFile file) throws CoreException {
        return Problems.of(file);
    }

    /** Lets the workbench do what is waiting. */
    static void settle() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            // until nothing is waiting
        }
    }

    /** Lets the workbench work until a condition holds. */
    static void waitUntil(String what, Callable<Boolean> condition) {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + PATIENCE_NANOS;
        display.timerExec(20, new Runnable() {
            @Override
            public void run() {
                if (System.nanoTime() < end) {
                    display.timerExec(20, this);
                }
            }
        });
        try {
            while (!condition.call()) {
                if (System.nanoTime() >= end) {
                    fail("in vain for 60 s: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
