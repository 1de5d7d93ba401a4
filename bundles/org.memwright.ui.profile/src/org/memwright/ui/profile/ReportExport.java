/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;

/** Writes the shown profile as the reports that the command line writes. */
public final class ReportExport {
    private ReportExport() {}

    /** Asks for a folder, writes the reports there and opens the one for people. */
    static void open(Shell shell, ShownProfile shown) {
        var dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setText("Export Report");
        dialog.setMessage("Folder for report.html, profile.json, trace.json and junit.xml");
        String folder = dialog.open();
        if (folder != null) {
            try {
                Program.launch(write(shown, Path.of(folder)).getFirst().toString());
            } catch (ReportFailure e) {
                MessageDialog.openError(shell, "Export Report", e.getMessage());
            }
        }
    }

    /**
     * Writes the reports.
     *
     * @return the files, the one for people first
     */
    public static List<Path> write(ShownProfile shown, Path folder) throws ReportFailure {
        return ReportFiles.write(folder, shown.profile().stream().toList());
    }
}
