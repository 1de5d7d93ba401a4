/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.memwright.lang.Finding;

/** Marks the problems of the text as it is typed: 0.3 s after the last key, all of the file's problems are new. */
public final class ProblemReconciler extends MonoReconciler {
    /** The markers that this editor owns. */
    public static final String PROBLEM = "org.memwright.ui.problem";

    private static final int DELAY_MILLIS = 300;

    public ProblemReconciler() {
        super(new Checking(), false);
        setDelay(DELAY_MILLIS);
    }

    /** Checks the whole document, in the reconciler's thread. */
    private static final class Checking implements IReconcilingStrategy, IReconcilingStrategyExtension {
        private IDocument document;

        @Override
        public void setDocument(IDocument document) {
            this.document = document;
        }

        @Override
        public void setProgressMonitor(IProgressMonitor monitor) {
            // a check of one file is too short to show progress
        }

        @Override
        public void initialReconcile() {
            check();
        }

        @Override
        public void reconcile(DirtyRegion changed, IRegion region) {
            check();
        }

        @Override
        public void reconcile(IRegion region) {
            check();
        }

        private void check() {
            try {
                Optional<Snapshot> snapshot = Snapshot.of(document);
                if (snapshot.isPresent()) {
                    mark(snapshot.get().file(), snapshot.get().findings());
                }
            } catch (CoreException e) {
                ILog.of(ProblemReconciler.class).error("Not checked: a file of the project cannot be read.", e);
            }
        }

        private static void mark(IFile file, List<Finding> findings) throws CoreException {
            ResourcesPlugin.getWorkspace()
                    .run(
                            monitor -> {
                                file.deleteMarkers(PROBLEM, true, IResource.DEPTH_ZERO);
                                for (Finding finding : findings) {
                                    file.createMarker(PROBLEM, attributes(finding));
                                }
                            },
                            file,
                            IWorkspace.AVOID_UPDATE,
                            new NullProgressMonitor());
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
                    "code",
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
}
