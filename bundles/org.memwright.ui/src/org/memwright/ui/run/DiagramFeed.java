/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.memwright.profile.view.Frame;
import org.memwright.ui.live.LiveDiagram;
import org.memwright.ui.live.Status;

/** Shows moments of runs on the open diagrams of their project. */
public final class DiagramFeed {

    DiagramFeed() {}

    /** Fills the diagrams of a project with what a moment holds and moves. */
    public void show(IProject project, Frame frame) {
        for (LiveDiagram diagram : open(project)) {
            diagram.showDesign(frame.hardware(), frame.memory());
            for (Frame.Gauge gauge : frame.gauges()) {
                switch (gauge.kind()) {
                    case TIER_OCCUPANCY, STORE_OCCUPANCY -> diagram.showLevel(gauge.of(), gauge.share(), gauge.text());
                    case LINK_TRAFFIC -> diagram.showTraffic(gauge.of(), gauge.share(), gauge.text());
                    case STEP_STATUS -> diagram.showStatus(gauge.of(), status(gauge));
                    default -> {
                        // what a tier moves and how many requests wait has no figure in a diagram
                    }
                }
            }
        }
    }

    /** The status that a gauge of a step shows. */
    public static Status status(Frame.Gauge gauge) {
        Status[] all = Status.values();
        return all[(int) Math.clamp(Math.round(gauge.value()), 0, all.length - 1)];
    }

    /** Shows the designs of a project alone again. */
    public void clear(IProject project) {
        open(project).forEach(LiveDiagram::clear);
    }

    private static List<LiveDiagram> open(IProject project) {
        List<LiveDiagram> found = new ArrayList<>();
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    IEditorPart editor = reference.getEditor(false);
                    if (editor != null) {
                        IResource resource = Adapters.adapt(editor.getEditorInput(), IResource.class);
                        LiveDiagram diagram = Adapters.adapt(editor, LiveDiagram.class);
                        if (diagram != null && resource != null && project.equals(resource.getProject())) {
                            found.add(diagram);
                        }
                    }
                }
            }
        }
        return found;
    }
}
