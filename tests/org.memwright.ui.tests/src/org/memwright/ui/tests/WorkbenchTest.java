/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memwright.catalog.ProjectTemplate;
import org.memwright.ui.DesignService;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.preference.RunOptions;
import org.memwright.ui.problem.ProblemService;
import org.memwright.ui.welcome.WelcomeEditor;
import org.memwright.ui.welcome.WelcomeInput;
import org.memwright.ui.wizard.NewDesignWizard;
import org.memwright.ui.wizard.NewProjectWizard;

/** The workbench opens, shows a folder, makes projects, and logs no error. */
class WorkbenchTest {
    /** Sound on its own: no name in it refers to another file. */
    private static final String DESIGN = """
        hardware Bench {
          compute gpu { peak fp16 312 TFLOP/s }
          tier hbm on gpu { capacity 80 GiB  bandwidth 2.039 TB/s }
        }
        """;

    @RegisterExtension
    final OpenFolder open = new OpenFolder(Map.of("bench.memw", DESIGN));

    @Test
    void open_showsTheFolderAsAProjectWhereItIs() throws CoreException {
        assertEquals(open.folder(), open.project().getLocation().toPath());
        assertTrue(open.file("bench.memw").exists());
        assertEquals(
                "org.memwright.ui.perspective", open.page().getPerspective().getId());
        assertEquals(
                open.project(), ProjectFolder.open(open.folder(), open.page()), "a folder opened twice is one project");
    }

    @Test
    void open_opensTheEditorOfAFile() throws CoreException {
        ProjectFolder.open(open.folder().resolve("bench.memw"), open.page());

        assertEquals(
                "bench.memw", open.page().getActiveEditor().getEditorInput().getName());
    }

    @Test
    void perspective_hasWhatOneStartsWith() {
        for (String view : List.of(
                "org.eclipse.ui.navigator.ProjectExplorer",
                IPageLayout.ID_OUTLINE,
                IPageLayout.ID_PROBLEM_VIEW,
                IPageLayout.ID_PROGRESS_VIEW,
                IPageLayout.ID_PROP_SHEET)) {
            IViewReference reference = open.page().findViewReference(view);
            assertNotNull(reference, view);
            assertNotNull(reference.getView(true), () -> view + " opens");
        }
    }

    @Test
    void welcome_opensAndHasTheKeysOfTheEditor() throws CoreException {
        var editor = open.page().openEditor(new WelcomeInput(), WelcomeEditor.ID);

        assertEquals("Welcome", editor.getTitle());
        assertEquals(editor, open.page().openEditor(new WelcomeInput(), WelcomeEditor.ID), "it is there once");
    }

    @Test
    void wizards_areOffered() {
        for (String id : List.of(NewProjectWizard.ID, NewDesignWizard.ID)) {
            IWizardDescriptor wizard =
                    PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id);
            assertNotNull(wizard, id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wizard_makesAProjectWithoutProblems(ProjectTemplate template) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("made-" + template.ordinal());
        NewProjectWizard.create(project, null, template, new NullProgressMonitor());
        try {
            var file = project.getFile(ProjectTemplate.FILE);
            assertTrue(file.exists());
            PlatformUI.getWorkbench().getService(ProblemService.class).check(file);
            assertEquals(0, OpenFolder.problems(file).length);
            var design = PlatformUI.getWorkbench()
                    .getService(DesignService.class)
                    .design(file)
                    .orElseThrow();
            assertEquals(template.text(), design.text());
        } finally {
            project.delete(true, true, new NullProgressMonitor());
        }
    }

    @Test
    void preferences_sayHowToRun() {
        PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
        assertTrue(pages.getElements(PreferenceManager.PRE_ORDER).stream()
                .map(IPreferenceNode.class::cast)
                .anyMatch(node -> node.getId().equals("org.memwright.ui.preference.run")));

        RunOptions options = RunOptions.read();
        assertEquals(Runtime.getRuntime().availableProcessors(), options.threads(), "by default");
        assertEquals("", options.modelUrl(), "no language model unless one is named");
    }
}
