/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memwright.ui.profile.AttributionView;
import org.memwright.ui.profile.ComparisonView;
import org.memwright.ui.profile.LatencyView;
import org.memwright.ui.profile.ParetoView;
import org.memwright.ui.profile.ReplayView;
import org.memwright.ui.profile.RooflineView;
import org.memwright.ui.profile.RunsView;
import org.memwright.ui.profile.TimelinesView;
import org.memwright.ui.run.Places;

/** Pictures of every view, in both themes, for people to look at; once more at 200 % by the second execution of the build. */
class ScreenshotTest extends ProfileTest {
    private static final List<String> VIEWS = List.of(
            ComparisonView.ID,
            TimelinesView.ID,
            LatencyView.ID,
            RooflineView.ID,
            AttributionView.ID,
            ParetoView.ID,
            ReplayView.ID,
            RunsView.ID);

    private final String suffix = zoom() == 200 ? "-200" : "";

    @AfterEach
    void chooseTheLightTheme() {
        theme("default");
    }

    private static void theme(String name) {
        PlatformUI.getWorkbench()
                .getService(IThemeEngine.class)
                .setTheme("org.eclipse.e4.ui.css.theme.e4_" + name, false);
        settle();
    }

    private IFile example() throws IOException, CoreException {
        Path example = Path.of(System.getProperty("memwright.root"), "examples", "kv-shootout");
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder().resolve(file.getFileName()));
            }
        }
        project().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
        return project().getFile("kv-shootout.memw");
    }

    private void window(int width, int height) {
        Shell shell = page().getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, width, height);
        settle();
    }

    private void pictures(String name, List<String> views) throws IOException, CoreException {
        for (String theme : List.of("default", "dark")) {
            theme(theme);
            for (String id : views) {
                IViewPart view = page().showView(id);
                IWorkbenchPartReference reference = page().getReference(view);
                page().setPartState(reference, org.eclipse.ui.IWorkbenchPage.STATE_MAXIMIZED);
                settle();
                String shown = id.substring(id.lastIndexOf('.') + 1);
                screenshot(name + shown + (theme.equals("dark") ? "-dark" : "-light") + suffix);
                page().setPartState(reference, org.eclipse.ui.IWorkbenchPage.STATE_RESTORED);
                settle();
            }
        }
    }

    @Test
    void views_ofAnExample() throws IOException, CoreException {
        IFile file = example();
        window(zoom() == 200 ? 640 : 1180, zoom() == 200 ? 500 : 640);
        run(file, "Shootout");
        pictures("", VIEWS);
    }

    @Test
    void views_ofAGrid() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN);
        window(zoom() == 200 ? 640 : 1180, zoom() == 200 ? 500 : 640);
        run(file, "Grid");
        pictures("grid-", List.of(ComparisonView.ID, ParetoView.ID, TimelinesView.ID));
    }

    @Test
    void workbench_withARun() throws IOException, CoreException {
        IFile file = example();
        window(zoom() == 200 ? 640 : 1280, zoom() == 200 ? 500 : 1000);
        IDE.openEditor(page(), file, Places.TEXT_EDITOR);
        page().showView(ComparisonView.ID);
        run(file, "Shootout");
        screenshot("workbench" + suffix);
        page().showView(TimelinesView.ID);
        settle();
        screenshot("workbench-timelines" + suffix);
    }

    @Test
    void views_beforeTheFirstRun() throws IOException, CoreException {
        window(900, 420);
        IViewPart view = page().showView(ComparisonView.ID);
        page().setPartState(page().getReference(view), org.eclipse.ui.IWorkbenchPage.STATE_MAXIMIZED);
        settle();
        screenshot("nothing-yet" + suffix);
        page().setPartState(page().getReference(view), org.eclipse.ui.IWorkbenchPage.STATE_RESTORED);
    }
}
