/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import org.eclipse.ui.IWorkbenchPage;
import org.memwright.profile.RunProfile;
import org.memwright.ui.run.RunService;

/** Leads from a design in a profile to the text that declares it. */
final class DeclaredPlaces {
    private DeclaredPlaces() {}

    /** Shows where the memory of a column is declared, with the keyboard's focus left where it is; nothing for one of the library. */
    static void showMemory(IWorkbenchPage page, ShownProfile shown, String column) {
        reach(page, shown, column, false);
    }

    /** Opens the place where the memory of a column is declared. */
    static void openMemory(IWorkbenchPage page, ShownProfile shown, String column) {
        reach(page, shown, column, true);
    }

    private static void reach(IWorkbenchPage page, ShownProfile shown, String column, boolean activate) {
        RunService service = page.getWorkbenchWindow().getService(RunService.class);
        shown.project()
                .ifPresent(project -> shown.profile()
                        .flatMap(profile -> profile.runs().stream()
                                .filter(run -> run.column().equals(column))
                                .map(RunProfile::setup)
                                .findFirst())
                        .ifPresent(setup -> service.reveal(page, project, setup.memory(), activate)));
    }
}
