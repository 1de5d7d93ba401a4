/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name; the preview shows each place. */
final class RenameWizard extends RefactoringWizard {
    private final RenameRefactoring rename;

    RenameWizard(RenameRefactoring rename) {
        super(rename, DIALOG_BASED_USER_INTERFACE);
        this.rename = rename;
        setDefaultPageTitle(rename.getName());
    }

    @Override
    protected void addUserInputPages() {
        addPage(new NamePage(rename));
    }

    private static final class NamePage extends UserInputWizardPage {
        private final RenameRefactoring rename;

        NamePage(RenameRefactoring rename) {
            super("name");
            this.rename = rename;
        }

        @Override
        public void createControl(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 10).applyTo(area);
            new Label(area, SWT.NONE).setText("&New name:");
            Text name = new Text(area, SWT.BORDER);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(320, SWT.DEFAULT)
                    .applyTo(name);
            name.setText(rename.before());
            name.selectAll();
            name.addModifyListener(event -> check(name.getText()));
            setControl(area);
            Dialog.applyDialogFont(area);
            setPageComplete(false);
            name.setFocus();
        }

        private void check(String name) {
            RefactoringStatus status = rename.rename(name);
            boolean same = name.equals(rename.before());
            setPageComplete(status.isOK());
            setErrorMessage(status.isOK() || same ? null : status.getMessageMatchingSeverity(RefactoringStatus.FATAL));
        }
    }
}
