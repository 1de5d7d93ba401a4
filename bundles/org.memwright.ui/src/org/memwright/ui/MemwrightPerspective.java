/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.memwright.ui.wizard.NewDesignWizard;
import org.memwright.ui.wizard.NewProjectWizard;

/**
 * Lays out the window: files on the left with the outline below them, text and diagrams in the middle, problems, progress and what runs
 * left behind below.
 */
public final class MemwrightPerspective implements IPerspectiveFactory {
    static final String ID = "org.memwright.ui.perspective";

    private static final String NAVIGATOR = "org.eclipse.ui.navigator.ProjectExplorer";
    private static final String SEARCH = "org.eclipse.search.ui.views.SearchView";

    /** All views of the bundle that shows profiles, whatever there are. */
    private static final String PROFILES = "org.memwright.ui.profile.*";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout files = layout.createFolder("files", IPageLayout.LEFT, 0.2f, editors);
        files.addView(NAVIGATOR);
        IFolderLayout outline = layout.createFolder("outline", IPageLayout.BOTTOM, 0.5f, "files");
        outline.addView(IPageLayout.ID_OUTLINE);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.7f, editors);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(IPageLayout.ID_PROGRESS_VIEW);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addPlaceholder(PROFILES);
        below.addPlaceholder(SEARCH);
        below.addPlaceholder("org.eclipse.pde.runtime.LogView");
        IPlaceholderFolderLayout beside = layout.createPlaceholderFolder("beside", IPageLayout.RIGHT, 0.6f, editors);
        beside.addPlaceholder("org.memwright.ui.diagram.*");

        layout.addNewWizardShortcut(NewProjectWizard.ID);
        layout.addNewWizardShortcut(NewDesignWizard.ID);
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addShowViewShortcut(NAVIGATOR);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(SEARCH);
    }
}
