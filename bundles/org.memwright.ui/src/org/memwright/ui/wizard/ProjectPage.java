/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.wizard;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.memwright.catalog.ProjectTemplate;

/** Asks for name, place and template. */
final class ProjectPage extends WizardNewProjectCreationPage {
    private static final int QUESTION_WIDTH = 440;

    private ProjectTemplate template = ProjectTemplate.PAGING;

    ProjectPage() {
        super("project");
        setTitle("Memwright project");
        setDescription("A folder with a design that runs, to be changed into yours.");
        setInitialProjectName("design");
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        Composite area = (Composite) getControl();
        Group choices = new Group(area, SWT.NONE);
        choices.setText("Start from");
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(5, 2).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choices);
        for (ProjectTemplate each : ProjectTemplate.values()) {
            Button choice = new Button(choices, SWT.RADIO);
            choice.setText(each.title());
            choice.setSelection(each == template);
            choice.addListener(SWT.Selection, event -> {
                if (choice.getSelection()) {
                    template = each;
                }
            });
            Label question = new Label(choices, SWT.WRAP);
            question.setText(each.question());
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .indent(24, 0)
                    .hint(QUESTION_WIDTH, SWT.DEFAULT)
                    .applyTo(question);
        }
        Dialog.applyDialogFont(choices);
    }

    ProjectTemplate template() {
        return template;
    }
}
