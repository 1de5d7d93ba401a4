/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.memwright.report.archive.KeptRun;

/** The experiments that can be run, by name, and those that were run last. */
public final class RunMenu extends CompoundContributionItem {
    private static final int HISTORY = 8;

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return new IContributionItem[0];
        }
        RunService service = window.getService(RunService.class);
        List<IContributionItem> items = new ArrayList<>();
        Optional<RunContext> context = RunContext.of(window, service);
        context.ifPresent(c ->
                c.targets().forEach(target -> items.add(item(window, target.file(), target.experiment()))));
        if (items.isEmpty()) {
            Action none = new Action("No experiment in what is open or selected") {};
            none.setEnabled(false);
            items.add(new ActionContributionItem(none));
        }
        List<KeptRun> history = service.history(HISTORY);
        if (!history.isEmpty()) {
            items.add(new Separator());
            for (KeptRun run : history) {
                service.project(run)
                        .map(project -> file(project, run))
                        .filter(IFile::exists)
                        .ifPresent(file -> items.add(item(window, file, run.name(), "Again: ")));
            }
        }
        return items.toArray(IContributionItem[]::new);
    }

    private static IFile file(IProject project, KeptRun run) {
        return project.getFile(IPath.fromPortableString(run.file()));
    }

    private static IContributionItem item(IWorkbenchWindow window, IFile file, String experiment) {
        return item(window, file, experiment, "");
    }

    private static IContributionItem item(IWorkbenchWindow window, IFile file, String experiment, String prefix) {
        var parameter = new CommandContributionItemParameter(window, null, RunHandler.COMMAND, SWT.PUSH);
        parameter.label = (prefix + experiment + "  (" + file.getName() + ")").replace("&", "&&");
        parameter.parameters =
                Map.of(RunHandler.FILE, file.getFullPath().toString(), RunHandler.EXPERIMENT, experiment);
        return new CommandContributionItem(parameter);
    }
}
