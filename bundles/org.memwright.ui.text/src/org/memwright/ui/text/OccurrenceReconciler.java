/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.swt.custom.StyledText;
import org.memwright.lang.ide.Workspace.Highlight;

/** Marks all places of the file that name what is named at the caret; where it is declared in another colour. */
public final class OccurrenceReconciler implements IReconciler {
    private static final String NAMED = "org.memwright.ui.text.occurrence";
    private static final String DECLARED = "org.memwright.ui.text.declaration";
    private static final long DELAY_MILLIS = 150;

    private final ISelectionChangedListener listener = this::selected;
    private ITextViewer viewer;
    private Job job;
    private Annotation[] marked = new Annotation[0];

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        if (viewer instanceof TextViewer text) {
            text.addPostSelectionChangedListener(listener);
        }
    }

    @Override
    public void uninstall() {
        if (viewer instanceof TextViewer text) {
            text.removePostSelectionChangedListener(listener);
        }
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    private void selected(SelectionChangedEvent event) {
        if (!(event.getSelection() instanceof ITextSelection selection) || viewer.getDocument() == null) {
            return;
        }
        if (job != null) {
            job.cancel();
        }
        DesignText text = DesignTexts.get().of(viewer.getDocument());
        ICoreRunnable work = monitor -> {
            List<Highlight> found = text.design()
                    .map(design -> design.project().highlights(design.path(), selection.getOffset()))
                    .orElse(List.of());
            if (!monitor.isCanceled()) {
                mark(found);
            }
        };
        job = Job.create("Mark occurrences", work);
        job.setSystem(true);
        job.setPriority(Job.DECORATE);
        job.schedule(DELAY_MILLIS);
    }

    private void mark(List<Highlight> found) {
        StyledText widget = viewer.getTextWidget();
        if (widget == null || widget.isDisposed()) {
            return;
        }
        widget.getDisplay().asyncExec(() -> {
            IAnnotationModel model = widget.isDisposed() || !(viewer instanceof ISourceViewer source)
                    ? null
                    : source.getAnnotationModel();
            if (model instanceof IAnnotationModelExtension annotations) {
                int length = viewer.getDocument().getLength();
                Map<Annotation, Position> added = new HashMap<>();
                for (Highlight each : found) {
                    if (each.span().end() <= length) {
                        added.put(
                                new Annotation(each.declares() ? DECLARED : NAMED, false, ""),
                                new Position(each.span().offset(), each.span().length()));
                    }
                }
                annotations.replaceAnnotations(marked, added);
                marked = added.keySet().toArray(Annotation[]::new);
            }
        });
    }
}
