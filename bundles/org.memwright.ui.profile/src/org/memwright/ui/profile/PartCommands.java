/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;

/** Commands that views call. */
final class PartCommands {
    private PartCommands() {}

    /** Brings a view to the front, with the keyboard's focus left where it is. */
    static void show(IWorkbenchPartSite site, String view) {
        try {
            site.getPage().showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(PartCommands.class).error(view + " cannot be opened.", e);
        }
    }

    /** Executes a command as if its key had been pressed. */
    static void execute(IWorkbenchPartSite site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(PartCommands.class).error(command + " cannot be executed.", e);
        }
    }
}
