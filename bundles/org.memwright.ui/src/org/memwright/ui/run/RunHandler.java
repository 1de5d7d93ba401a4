/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Runs the experiment that is named by the command's parameters, or meant by where the cursor or the selection is. */
public final class RunHandler extends AbstractHandler {
    /** The command. */
    public static final String COMMAND = "org.memwright.ui.run.run";

    /** Its parameter: the file, by its path in the workspace. */
    public static final String FILE = "org.memwright.ui.run.file";

    /** Its parameter: the experiment's name. */
    public static final String EXPERIMENT = "org.memwright.ui.run.experiment";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        RunService service = window.getService(RunService.class);
        String path = event.getParameter(FILE);
        String experiment = event.getParameter(EXPERIMENT);
        if (path != null && experiment != null) {
            IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(path));
            run(window, service, file, experiment);
            return null;
        }
        Optional<RunContext> context = RunContext.of(window, service);
        Optional<RunTarget> meant = context.flatMap(c -> c.meant(service));
        if (meant.isPresent()) {
            run(window, service, meant.get().file(), meant.get().experiment());
        } else {
            String where = context.map(
                            c -> "There is no experiment in " + c.resource().getName() + ".")
                    .orElse("No design is open or selected.");
            MessageDialog.openInformation(
                    window.getShell(),
                    "Run",
                    where
                            + " An experiment says what runs on what:\n\n"
                            + "experiment NAME {\n"
                            + "  on HARDWARE\n"
                            + "  compare MEMORY, ...\n"
                            + "}\n\n"
                            + "Open a .memw file with one, or select it in the navigator.");
        }
        return null;
    }

    static void run(IWorkbenchWindow window, RunService service, IFile file, String experiment) {
        // what runs is what is on disk, the same text that the run keeps
        if (!IDE.saveAllEditors(new IResource[] {file.getProject()}, false)) {
            return;
        }
        ExperimentRun run = service.run(file, experiment);
        service.addListener(new RunListener() {
            @Override
            public void ended(ExperimentRun ended) {
                if (ended == run) {
                    service.removeListener(this);
                    List<ExperimentRun.Obstacle> obstacles = run.obstacles();
                    if (!obstacles.isEmpty() && !window.getShell().isDisposed()) {
                        new ObstaclesDialog(window, run, obstacles).open();
                    }
                }
            }
        });
    }
}
