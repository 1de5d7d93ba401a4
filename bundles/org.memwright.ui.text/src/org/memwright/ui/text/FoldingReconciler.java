/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyledText;
import org.memwright.lang.ide.outline.Fold;

/** Lets blocks, comments and imports be folded away. What is folded stays folded while one types elsewhere. */
public final class FoldingReconciler implements IReconciler, ITextInputListener {
    private final Consumer<Analysis> listener = this::analysed;
    private ProjectionViewer viewer;
    private IDocument document;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ProjectionViewer projection) {
            viewer = projection;
            viewer.addTextInputListener(this);
            show(viewer.getDocument());
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            viewer.removeTextInputListener(this);
            show(null);
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    private void show(IDocument next) {
        if (document != null) {
            DesignTexts.get().of(document).forget(listener);
        }
        document = next;
        if (document != null) {
            DesignText text = DesignTexts.get().of(document);
            text.listen(listener);
            if (text.isCurrent(text.analysis())) {
                analysed(text.analysis());
            }
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
        show(null);
    }

    @Override
    public void inputDocumentChanged(IDocument before, IDocument after) {
        show(after);
    }

    private void analysed(Analysis analysis) {
        StyledText widget = viewer.getTextWidget();
        IDocument asked = document;
        if (widget == null || widget.isDisposed()) {
            return;
        }
        widget.getDisplay().asyncExec(() -> {
            ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
            if (!widget.isDisposed()
                    && model != null
                    && asked != null
                    && asked == document
                    && DesignTexts.get().of(asked).isCurrent(analysis)) {
                update(model, positions(analysis.folds()));
            }
        });
    }

    private Set<Position> positions(List<Fold> folds) {
        Set<Position> positions = new HashSet<>();
        for (Fold fold : folds) {
            try {
                int start = document.getLineOffset(fold.startLine());
                int end = fold.endLine() + 1 < document.getNumberOfLines()
                        ? document.getLineOffset(fold.endLine() + 1)
                        : document.getLength();
                positions.add(new Position(start, end - start));
            } catch (BadLocationException outOfDate) {
                return positions; // the next analysis is on its way
            }
        }
        return positions;
    }

    private static void update(ProjectionAnnotationModel model, Set<Position> wanted) {
        List<Annotation> gone = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            if (!wanted.remove(model.getPosition(annotation))) {
                gone.add(annotation);
            }
        }
        if (!gone.isEmpty() || !wanted.isEmpty()) {
            Map<Annotation, Position> added = new HashMap<>();
            wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
            model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
        }
    }
}
