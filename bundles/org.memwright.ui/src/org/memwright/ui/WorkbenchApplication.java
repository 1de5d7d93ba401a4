/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Starts the workbench; {@code -open PATH} shows a folder, or a file in its folder, as a project. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        Display display = PlatformUI.createDisplay();
        try {
            Location workspace = Platform.getInstanceLocation();
            if (workspace.isSet() && !workspace.lock()) {
                MessageDialog.openError(
                        display.getActiveShell(),
                        "Memwright",
                        "Another Memwright is open on " + workspace.getURL().getPath()
                                + ". A workspace belongs to one window at a time; close the other one, or start with -data and another folder.");
                return EXIT_OK;
            }
            Splash splash = Splash.open(display);
            try {
                int code = PlatformUI.createAndRunWorkbench(
                        display, new MemwrightWorkbenchAdvisor(toOpen(context), splash));
                return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
            } finally {
                splash.close();
                workspace.release();
            }
        } finally {
            display.dispose();
        }
    }

    private static Optional<Path> toOpen(IApplicationContext context) {
        if (context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] given) {
            List<String> arguments = Arrays.asList(given);
            int option = arguments.indexOf("-open");
            if (option >= 0 && option + 1 < arguments.size()) {
                return Optional.of(
                        Path.of(arguments.get(option + 1)).toAbsolutePath().normalize());
            }
        }
        return Optional.empty();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
