/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.Map;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;

/** Whether something runs, for the enablement of commands. */
public final class RunState extends AbstractSourceProvider implements RunListener {
    /** The variable; true while a run goes on. */
    public static final String GOING = "org.memwright.ui.run.going";

    private final RunService service = PlatformUI.getWorkbench().getService(RunService.class);

    public RunState() {
        service.addListener(this);
    }

    @Override
    public void started(ExperimentRun run) {
        changed();
    }

    @Override
    public void ended(ExperimentRun run) {
        changed();
    }

    private void changed() {
        fireSourceChanged(ISources.WORKBENCH, GOING, !service.going().isEmpty());
    }

    @Override
    public Map<String, Boolean> getCurrentState() {
        return Map.of(GOING, !service.going().isEmpty());
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {GOING};
    }

    @Override
    public void dispose() {
        service.removeListener(this);
    }
}
