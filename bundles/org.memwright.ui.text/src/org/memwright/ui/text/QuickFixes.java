/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.fixes.Fix;
import org.memwright.lang.ide.text.TextChange;
import org.memwright.ui.Design;
import org.memwright.ui.problem.Problems;

/** What mends a problem: from the Problems view, and with Ctrl+1 where it is marked in the text. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return !fixes(marker).isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        List<IMarkerResolution> resolutions = new ArrayList<>();
        List<Fix> fixes = fixes(marker);
        for (Fix fix : fixes) {
            resolutions.add(new Resolution(fix, fixes.size() - resolutions.size()));
        }
        return resolutions.toArray(IMarkerResolution[]::new);
    }

    private static List<Fix> fixes(IMarker marker) {
        if (!(marker.getResource() instanceof IFile file)) {
            return List.of();
        }
        Design design = DesignTexts.get().designs().design(file).orElse(null);
        if (design == null) {
            return List.of();
        }
        int offset = marker.getAttribute(IMarker.CHAR_START, 0);
        return design.project().findings(design.path()).stream()
                .filter(finding -> isOf(finding, marker))
                .min(Comparator.comparingInt(finding -> Math.abs(finding.offset() - offset)))
                .map(finding -> design.project().fixes(design.path(), finding))
                .orElse(List.of());
    }

    private static boolean isOf(Finding finding, IMarker marker) {
        return finding.code().equals(marker.getAttribute(Problems.CODE, ""))
                && finding.message().equals(marker.getAttribute(IMarker.MESSAGE, ""));
    }

    private record Resolution(Fix fix, int relevance) implements IMarkerResolution2, IMarkerResolutionRelevance {
        @Override
        public String getLabel() {
            return fix.title();
        }

        /** The lines as they are written. */
        @Override
        public String getDescription() {
            StringBuilder lines = new StringBuilder();
            fix.changes().values().forEach(changes -> {
                for (TextChange change : changes) {
                    lines.append(
                                    change.text().isBlank()
                                            ? "removes " + change.span().length() + " characters"
                                            : change.text())
                            .append('\n');
                }
            });
            return lines.toString().strip();
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public int getRelevanceForResolution() {
            return relevance;
        }

        @Override
        public void run(IMarker marker) {
            try {
                FileChanges.perform(fix.title(), fix.changes(), new NullProgressMonitor());
            } catch (CoreException e) {
                ILog.of(QuickFixes.class).error("'" + fix.title() + "' is not done.", e);
            }
        }
    }
}
