/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.parts.ScrollableThumbnail;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The diagram in small, in the Outline view; dragging the frame scrolls. */
final class Overview extends Page implements IContentOutlinePage {
    private final GraphicalViewer viewer;
    private final Theme theme;
    private Canvas canvas;
    private ScrollableThumbnail thumbnail;

    Overview(GraphicalViewer viewer, ResourceManager resources) {
        this.viewer = viewer;
        theme = new Theme(resources, this::showTheme);
    }

    private void showTheme() {
        if (canvas != null && !canvas.isDisposed()) {
            canvas.setBackground(theme.look().canvas());
        }
    }

    @Override
    public void dispose() {
        theme.dispose();
        super.dispose();
    }

    @Override
    public void createControl(Composite parent) {
        canvas = new Canvas(parent, SWT.NONE);
        showTheme();
        canvas.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        LightweightSystem system = new LightweightSystem(canvas);
        ScalableFreeformRootEditPart root = (ScalableFreeformRootEditPart) viewer.getRootEditPart();
        thumbnail = new ScrollableThumbnail((Viewport) root.getFigure());
        thumbnail.setSource(root.getLayer(LayerConstants.PRINTABLE_LAYERS));
        system.setContents(thumbnail);
        canvas.addDisposeListener(gone -> release());
        viewer.getControl().addDisposeListener(gone -> release());
    }

    @Override
    public Control getControl() {
        return canvas;
    }

    /** Lets go of the diagram when either is closed, whichever comes first. */
    private void release() {
        if (thumbnail != null) {
            thumbnail.deactivate();
            thumbnail = null;
        }
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public ISelection getSelection() {
        return StructuredSelection.EMPTY;
    }

    @Override
    public void setSelection(ISelection selection) {
        // the overview selects nothing
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        // the overview selects nothing
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        // the overview selects nothing
    }
}
