/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.memwright.lang.Finding;

/** Findings of the language as markers of the workbench. */
public final class Problems {
    /** The type of the markers; nobody else makes such. */
    public static final String MARKER = "org.memwright.ui.problem";

    /** The attribute with the stable code of the finding. */
    public static final String CODE = "code";

    private Problems() {}

    /**
     * Makes the markers of a file those of its findings. What is marked already stays as it is.
     *
     * @throws CoreException if the file is gone
     */
    public static void mark(IFile file, List<Finding> findings) throws CoreException {
        if (findings.isEmpty() && of(file).length == 0) {
            return;
        }
        file.getWorkspace()
                .run(monitor -> replace(file, findings), file, IWorkspace.AVOID_UPDATE, new NullProgressMonitor());
    }

    /** The markers of a file. */
    public static IMarker[] of(IFile file) throws CoreException {
        return file.exists() ? file.findMarkers(MARKER, true, IResource.DEPTH_ZERO) : new IMarker[0];
    }

    private static void replace(IFile file, List<Finding> findings) throws CoreException {
        if (!file.exists()) {
            return;
        }
        Map<String, List<IMarker>> old = new HashMap<>();
        for (IMarker marker : of(file)) {
            String key = marker.getAttribute(CODE, "") + marker.getAttribute(IMarker.MESSAGE, "");
            old.computeIfAbsent(key, unseen -> new ArrayList<>()).add(marker);
        }
        for (Finding finding : findings) {
            List<IMarker> same = old.getOrDefault(finding.code() + finding.message(), List.of());
            Map<String, Object> attributes = attributes(finding);
            if (same.isEmpty()) {
                file.createMarker(MARKER, attributes);
            } else if (!same.getFirst().getAttributes().equals(attributes)) {
                same.removeFirst().setAttributes(attributes);
            } else {
                same.removeFirst();
            }
        }
        for (List<IMarker> gone : old.values()) {
            for (IMarker marker : gone) {
                marker.delete();
            }
        }
    }

    private static Map<String, Object> attributes(Finding finding) {
        return Map.of(
                IMarker.MESSAGE,
                finding.message(),
                IMarker.SEVERITY,
                severity(finding),
                IMarker.LINE_NUMBER,
                finding.line(),
                IMarker.CHAR_START,
                finding.offset(),
                IMarker.CHAR_END,
                finding.offset() + finding.length(),
                CODE,
                finding.code());
    }

    private static int severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            default -> IMarker.SEVERITY_INFO;
        };
    }
}
