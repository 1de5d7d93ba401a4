/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.memwright.runtime.plan.SourcePosition;

/** Says why an experiment cannot be run, and leads to the place. */
final class ObstaclesDialog extends MessageDialog {
    private static final int MOST = 5;

    private final IWorkbenchWindow window;
    private final IProject project;
    private final List<ExperimentRun.Obstacle> obstacles;

    ObstaclesDialog(IWorkbenchWindow window, ExperimentRun run, List<ExperimentRun.Obstacle> obstacles) {
        super(
                window.getShell(),
                "Run " + run.experiment(),
                null,
                text(run, obstacles),
                ERROR,
                0,
                obstacles.getFirst().position().line() > 0
                        ? new String[] {"Go to the place", IDialogConstants.CLOSE_LABEL}
                        : new String[] {IDialogConstants.CLOSE_LABEL});
        this.window = window;
        this.project = run.file().getProject();
        this.obstacles = obstacles;
    }

    private static String text(ExperimentRun run, List<ExperimentRun.Obstacle> obstacles) {
        var text = new StringBuilder(run.experiment() + " cannot be run.\n");
        for (ExperimentRun.Obstacle obstacle : obstacles.subList(0, Math.min(MOST, obstacles.size()))) {
            SourcePosition at = obstacle.position();
            String place =
                    at.line() > 0 ? IPath.fromOSString(at.file()).lastSegment() + ", line " + at.line() + ": " : "";
            text.append('\n').append(place).append(obstacle.message());
        }
        if (obstacles.size() > MOST) {
            text.append("\n\nand ").append(obstacles.size() - MOST).append(" more, in the Problems view.");
        }
        return text.toString();
    }

    @Override
    protected void buttonPressed(int button) {
        super.buttonPressed(button);
        SourcePosition at = obstacles.getFirst().position();
        if (button == 0 && at.line() > 0) {
            IPath file = IPath.fromOSString(at.file());
            IPath folder = project.getLocation();
            if (folder.isPrefixOf(file)) {
                IFile found = project.getFile(file.makeRelativeTo(folder));
                Places.open(window.getActivePage(), found, at.line(), at.column(), true);
            }
        }
    }
}
