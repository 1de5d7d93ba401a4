/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.MonoReconciler;

/** Asks the language about the text as one types: a moment after the last key, colours, folds, outline and problems are new. */
public final class CheckReconciler extends MonoReconciler {
    private static final int DELAY_MILLIS = 200;

    private SemanticColours colours;

    public CheckReconciler() {
        super(new Checking(), false);
        setDelay(DELAY_MILLIS);
    }

    @Override
    public void install(ITextViewer viewer) {
        if (viewer instanceof TextViewer painted) {
            colours = new SemanticColours(painted);
        }
        super.install(viewer);
    }

    @Override
    public void uninstall() {
        if (colours != null) {
            colours.dispose();
        }
        super.uninstall();
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
                DesignTexts.get().of(document).analyse();
            } catch (CoreException e) {
                ILog.of(CheckReconciler.class).error("Problems are not marked.", e);
            }
        }
    }
}
