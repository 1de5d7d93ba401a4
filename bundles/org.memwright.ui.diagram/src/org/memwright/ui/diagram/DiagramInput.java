/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.part.FileEditorInput;

/**
 * The design that a diagram shows. It is another input than the file itself, so that a diagram that is open never stands in for the
 * text: who opens the file, or a problem in it, gets the text.
 */
public record DiagramInput(IFile file) implements IEditorInput {
    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return new FileEditorInput(file).getImageDescriptor();
    }

    @Override
    public String getName() {
        return file.getName();
    }

    /** Kept as the file; {@link DiagramEditor#init} makes it an input of this kind again. */
    @Override
    public IPersistableElement getPersistable() {
        return new FileEditorInput(file).getPersistable();
    }

    @Override
    public String getToolTipText() {
        return file.getFullPath().makeRelative().toString();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type.isInstance(file) ? type.cast(file) : null;
    }
}
